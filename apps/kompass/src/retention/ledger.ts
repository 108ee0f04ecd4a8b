import { createHash, randomBytes } from "node:crypto";
import { mkdir, open, readFile } from "node:fs/promises";
import path from "node:path";

/**
 * What has been purged, kept outside the database so that a restored backup can be purged again. One line a child:
 * a salted SHA-256 of its random id, which leads to nobody once the child is gone.
 */
export interface Ledger {
  has(kommunCode: string, childId: string): boolean;
  /** On the disk when the promise is kept. */
  remember(kommunCode: string, childId: string): Promise<void>;
  readonly size: number;
}

interface Entry {
  readonly kommun: string;
  readonly child: string;
}

const FILE = "purged.jsonl";

/** `KOMPASSEN_LEDGER`, else `ledger` in the data folder. */
export function ledgerFolder(dataFolder: string): string {
  const given = process.env.KOMPASSEN_LEDGER;
  return given === undefined || given === "" ? path.join(dataFolder, "ledger") : path.resolve(given);
}

/** @throws Error when the file is there and is not a ledger */
export async function openLedger(folder: string): Promise<Ledger> {
  const file = path.join(folder, FILE);
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  const salt = text === null ? await makeLedger(folder, file) : saltOf(text, file);
  const known = new Set<string>();
  for (const line of (text ?? "").split("\n").slice(1)) {
    // A line cut off by a crash is of a child whose purge was not committed.
    const entry = parse(line);
    if (entry !== null) known.add(`${entry.kommun}:${entry.child}`);
  }
  const mark = (kommunCode: string, childId: string) =>
    createHash("sha256").update(`${salt}:${kommunCode}:${childId}`).digest("base64url");
  return {
    get size() {
      return known.size;
    },
    has: (kommunCode, childId) => known.has(`${kommunCode}:${mark(kommunCode, childId)}`),
    remember: async (kommunCode, childId) => {
      const child = mark(kommunCode, childId);
      const key = `${kommunCode}:${child}`;
      if (known.has(key)) return;
      await append(file, `${JSON.stringify({ kommun: kommunCode, child } satisfies Entry)}\n`);
      known.add(key);
    },
  };
}

async function makeLedger(folder: string, file: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const salt = randomBytes(24).toString("base64url");
  await append(file, `${JSON.stringify({ kompassen: "purged", salt })}\n`);
  return salt;
}

function saltOf(text: string, file: string): string {
  const head: unknown = safeParse(text.slice(0, text.indexOf("\n")));
  if (typeof head === "object" && head !== null && "salt" in head && typeof head.salt === "string")
    return head.salt;
  throw new Error(
    `${file} är inte Kompassens lista över gallrade barn. Lägg tillbaka den riktiga, eller fråga den som sköter driften.`,
  );
}

async function append(file: string, line: string): Promise<void> {
  const handle = await open(file, "a", 0o600);
  try {
    // A crash may have left half a line: begin on one's own.
    const { size } = await handle.stat();
    await handle.write(size > 0 ? `\n${line}` : line);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function parse(line: string): Entry | null {
  const said = safeParse(line);
  return typeof said === "object" && said !== null && "kommun" in said && "child" in said
    ? (said as Entry)
    : null;
}

function safeParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
