import { z } from "zod";
import type { ActorContext } from "../context/index.ts";
import { invalid, notFound } from "../errors/index.ts";
import type { ImportFile, ImportProgress } from "./import-request.ts";
import type { ImportResult } from "./import-result.ts";
import { runImport } from "./run-import.ts";

export const MAX_UPLOAD_MEGABYTES = 50;

const BYTES_A_MEGABYTE = 1024 * 1024;

const file = z.instanceof(Blob);

/** Files are given in this process, by the page that received them: over the wire JSON has none. */
export const importOwnInput = z.object({
  history: file.nullable(),
  children: file.nullable(),
  register: z.boolean(),
  /** Code of the unit of children for whom the file names none. */
  unitCode: z.string().max(200).nullable(),
  onProgress: z.custom<(progress: ImportProgress) => void>((value) => typeof value === "function").optional(),
});

/**
 * Reads files in for the person who is signed in: the children become that person's own to follow, and only
 * children that are so already are added to. Each call reads the files anew; nothing of them is kept between
 * looking at a preview and deciding.
 */
export async function importOwn(
  { tx, signedIn, now, today }: ActorContext,
  { history, children, register, unitCode, onProgress }: z.infer<typeof importOwnInput>,
  mode: "preview" | "commit",
): Promise<ImportResult> {
  const mayFollow = signedIn.roles.some((role) => role === "barnkontakt" || role === "stodsamordnare");
  if (!mayFollow) return notFound();
  if (history === null && children === null) return invalid({ field: "history", expected: "a_file" });
  ensureSize("history", history);
  ensureSize("children", children);
  const [person] = await tx.sql<{ loginKey: string }[]>`
    select login_key as "loginKey" from person
     where kommun_code = kompass.kommun() and id = ${signedIn.personId}`;
  if (person === undefined) return notFound();
  const { loginKey } = person;
  return runImport(
    {
      tx,
      now,
      today,
      importer: { kind: "person", personId: signedIn.personId, loginKey },
      onProgress: onProgress ?? (() => {}),
    },
    {
      history: fileOf(history),
      children: fileOf(children),
      equivalence: null,
      instrument: null,
      register,
      unitCode,
      responsible: loginKey,
    },
    mode,
  );
}

function ensureSize(field: string, blob: Blob | null): void {
  if (blob !== null && blob.size > MAX_UPLOAD_MEGABYTES * BYTES_A_MEGABYTE) {
    invalid({ field, expected: "at_most_50_megabytes" });
  }
}

function fileOf(blob: Blob | null): ImportFile | null {
  return blob === null ? null : { open: () => inTurns(blob) };
}

const BYTES_A_TURN = 1 << 20;

/** A file in memory has no pauses of its own: without these nobody else is served while it is read. */
async function* inTurns(blob: Blob): AsyncGenerator<Uint8Array> {
  let read = 0;
  for await (const chunk of blob.stream()) {
    yield chunk;
    read += chunk.length;
    if (read < BYTES_A_TURN) continue;
    read = 0;
    await new Promise(setImmediate);
  }
}
