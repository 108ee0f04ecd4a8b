import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import type { RegisterSource } from "@kompassen/api/school-register";
import { REGISTER_RESOURCES, type RegisterResource } from "@kompassen/domain/school-register";
import { unzipSync } from "fflate";

/** What is wrong with the files themselves, in words for whoever sent them. */
export class UnreadableFiles extends Error {}

const MOST_ZIPPED_BYTES = 1_000_000_000;

/**
 * The same objects as files: `persons.json` (a list, or `{data: […]}`) or `persons.ndjson` (one object a line) for
 * each resource, in a folder or a zip. All four must be there: who is not named is gone, and a file that was forgotten
 * names nobody.
 * @throws UnreadableFiles
 */
export async function folderSource(given: string, pageSize: number): Promise<RegisterSource> {
  const files = await readFiles(given);
  const missing = REGISTER_RESOURCES.filter((name) => !files.has(name));
  if (missing.length > 0) {
    throw new UnreadableFiles(
      `Hittar inte ${missing.map((name) => `${name}.json`).join(", ")}. Alla fyra filerna behövs; en som ska vara tom innehåller [].`,
    );
  }
  const objects = new Map([...files].map(([resource, file]) => [resource, readObjects(file)]));
  return {
    // Other files under the same name are another source: a reading of the first is not gone on with in them.
    label: `folder:${path.basename(given)} ${digestOf(files)}`,
    tellsChanges: false,
    readPage: async (resource, { pageToken }) => {
      const all = objects.get(resource) ?? [];
      const from = pageToken === null ? 0 : Number(pageToken);
      const next = from + pageSize;
      return { objects: all.slice(from, next), nextPageToken: next < all.length ? String(next) : null };
    },
    // A file names everybody it knows.
    lookUpPersons: async () => [],
    readDeleted: async () => ({ data: {}, nextPageToken: null }),
  };
}

function digestOf(files: ReadonlyMap<RegisterResource, NamedFile>): string {
  const hash = createHash("sha256");
  for (const resource of REGISTER_RESOURCES) hash.update(`${resource}\n${files.get(resource)?.text ?? ""}\n`);
  return hash.digest("hex").slice(0, 16);
}

interface NamedFile {
  readonly name: string;
  readonly text: string;
}

async function readFiles(given: string): Promise<Map<RegisterResource, NamedFile>> {
  const found = await stat(given).catch(() => {
    throw new UnreadableFiles(`Hittar inte ${given}.`);
  });
  const named = found.isDirectory() ? await filesOfFolder(given) : filesOfZip(given, await readFile(given));
  const files = new Map<RegisterResource, NamedFile>();
  for (const file of named) {
    const resource = REGISTER_RESOURCES.find((known) => path.parse(file.name).name.toLowerCase() === known);
    if (resource === undefined) continue;
    if (files.has(resource)) throw new UnreadableFiles(`Det finns två filer för ${resource}.`);
    files.set(resource, { name: file.name, text: decode(file) });
  }
  return files;
}

interface RawFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

async function filesOfFolder(folder: string): Promise<RawFile[]> {
  const names = (await readdir(folder)).filter(isResourceFile).toSorted();
  return Promise.all(names.map(async (name) => ({ name, bytes: await readFile(path.join(folder, name)) })));
}

function filesOfZip(name: string, bytes: Uint8Array): RawFile[] {
  let size = 0;
  try {
    const unzipped = unzipSync(bytes, {
      filter: (file) => {
        if (!isResourceFile(file.name)) return false;
        size += file.originalSize;
        if (size > MOST_ZIPPED_BYTES) throw new UnreadableFiles(`${name} är för stor.`);
        return true;
      },
    });
    return Object.entries(unzipped).map(([file, content]) => ({ name: path.basename(file), bytes: content }));
  } catch (error) {
    if (error instanceof UnreadableFiles) throw error;
    throw new UnreadableFiles(`${path.basename(name)} är varken en mapp eller en hel zip-fil.`, {
      cause: error,
    });
  }
}

function isResourceFile(name: string): boolean {
  return /\.(?:json|ndjson)$/i.test(name);
}

function decode({ name, bytes }: RawFile): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw new UnreadableFiles(`${name}: texten är inte UTF-8.`, { cause: error });
  }
}

function readObjects({ name, text }: NamedFile): readonly unknown[] {
  if (name.toLowerCase().endsWith(".ndjson")) {
    return text
      .split("\n")
      .flatMap((line, index) => (line.trim() === "" ? [] : [parse(line, `${name}, rad ${index + 1}`)]));
  }
  const content = parse(text, name);
  if (Array.isArray(content)) return content;
  const data = typeof content === "object" && content !== null && "data" in content ? content.data : null;
  if (Array.isArray(data)) return data;
  throw new UnreadableFiles(`${name}: en lista, eller ett objekt med listan data, väntades.`);
}

function parse(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UnreadableFiles(`${where}: är inte hel JSON.`, { cause: error });
  }
}
