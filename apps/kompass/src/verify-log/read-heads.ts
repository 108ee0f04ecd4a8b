import path from "node:path";
import { sha256 } from "@kompassen/api/audit";
import { type HeadFile, isWholeHeadFile, type PublishedHeads, readHeadFile } from "@kompassen/domain/audit";
import { listHeadFiles, readPublished } from "./heads-folder.ts";
import { isSignedBy, readPublicKey } from "./signing-key.ts";

/**
 * What is wrong with a published file: `unreadable`, `altered` (it does not hold what it says), `signature`,
 * `unlinked` (it does not follow the file before it), `no_key`.
 */
export type HeadFileFaultKind = "unreadable" | "altered" | "signature" | "unlinked" | "no_key";

export interface HeadFileFault {
  readonly kind: HeadFileFaultKind;
  readonly name: string;
}

export interface ReadHeads {
  /** Of the latest file that holds; null when there is none. */
  readonly published: PublishedHeads | null;
  readonly name: string | null;
  readonly faults: readonly HeadFileFault[];
}

/** The heads last published of a kommun, each file of it checked: whole, signed, and following the one before. */
export async function readLatestHeads(folder: string, kommunCode: string): Promise<ReadHeads> {
  return readHeads(folder, await listHeadFiles(folder, kommunCode));
}

/** One file that somebody has kept elsewhere. The key beside it says who signed it. */
export async function readGivenHeads(
  place: string,
): Promise<ReadHeads & { readonly kommunCode: string | null }> {
  const [folder, name] = [path.dirname(place), path.basename(place)];
  const kommunCode = readHeadFile(await readPublished(folder, name))?.file.kommunCode ?? null;
  return { ...(await readHeads(folder, [name])), kommunCode };
}

async function readHeads(folder: string, names: readonly string[]): Promise<ReadHeads> {
  const key = await readPublicKey(folder);
  const faults: HeadFileFault[] = [];
  let latest: HeadFile | null = null;
  let latestName: string | null = null;
  let textBefore: string | null = null;
  for (const name of names) {
    const text = await readPublished(folder, name);
    const read = readHeadFile(text);
    const fault = (kind: HeadFileFaultKind) => faults.push({ kind, name });
    if (read === null) fault("unreadable");
    else {
      const follows =
        textBefore === null
          ? names.length === 1 || read.file.previous === null
          : read.file.previous === sha256("", textBefore);
      const holds = isWholeHeadFile(read.file, sha256);
      const isSigned = key !== null && isSignedBy(key, read.headLine, read.signature);
      if (!follows) fault("unlinked");
      if (!holds) fault("altered");
      if (key === null) fault("no_key");
      else if (!isSigned) fault("signature");
      if (holds && isSigned) [latest, latestName] = [read.file, name];
    }
    textBefore = text;
  }
  return { published: latest === null ? null : toPublished(latest), name: latestName, faults };
}

function toPublished({ publishedAt, heads }: HeadFile): PublishedHeads {
  return {
    publishedAt: Date.parse(publishedAt) / 1000,
    heads: new Map(heads.map((head) => [head.chain, head])),
  };
}
