import { EXPORT_FORMATS, type ExportFormat } from "@kompassen/domain/export";
import { z } from "zod";
import { auditChildren } from "../audit/index.ts";
import type { Context, SignedIn } from "../context/index.ts";
import { readRelease } from "../statistics/index.ts";
import { writeFile } from "./write-file.ts";

export const getFileInput = z.object({
  releaseId: z.string().max(60),
  format: z.enum(EXPORT_FORMATS),
});

interface RequestedFile {
  readonly releaseId: string;
  readonly format: ExportFormat;
}

/** A file as it travels in an answer that is text. */
export interface FileAnswer {
  readonly name: string;
  readonly contentType: string;
  readonly base64: string;
}

/**
 * A file of a release for somebody who may read releases. Read by the role that serves statistics; that it was
 * fetched, by whom and in which form, is in the reader's own log before the file is made.
 * @throws KompassError `not_found`
 */
export async function getFile(
  context: Context & { readonly signedIn: SignedIn },
  { releaseId, format }: RequestedFile,
): Promise<FileAnswer> {
  const { database, signedIn } = context;
  const release = await readRelease(context, releaseId, {});
  const actor = { type: "person", kommunCode: signedIn.kommunCode, personId: signedIn.personId } as const;
  await database.transaction(actor, (tx) =>
    auditChildren(tx, [], { verb: "export.getFile", purpose: "statistik", fields: [releaseId, format] }),
  );
  const { name, contentType, bytes } = await writeFile(release, format);
  return { name, contentType, base64: Buffer.from(bytes).toString("base64") };
}
