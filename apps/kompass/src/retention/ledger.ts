import { createHash, randomBytes } from "node:crypto";
import { link, mkdir, open, readFile, rm } from "node:fs/promises";
import path from "node:path";
import type { PurgeWitness } from "@kompassen/api/retention";

/**
 * What has been purged, kept outside the database so that a restored backup can be purged again. A line before a child
 * goes and one when it is gone: a salted SHA-256 of its random id, which leads to nobody once the child is gone.
 */
export interface Ledger extends PurgeWitness {
  /** Whether the child has been purged; that it was to be is not enough. */
  has(kommunCode: string, childId: string): boolean;
  /** Children that were to be purged and of whom nobody has said whether they were. */
  readonly unsettled: readonly Unsettled[];
  /** As `done`, of one of them. */
  settle(one: Unsettled): Promise<void>;
  isOf(one: Unsettled, childId: string): boolean;
  /** How many have been purged. */
  readonly size: number;
}

interface Unsettled {
  readonly kommun: string;
  readonly child: string;
  /** The purge that was at work. */
  readonly intended: string;
}

type Entry = Omit<Unsettled, "intended"> & Partial<Unsettled>;

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
    if (error.code === "ENOENT") return makeLedger(folder, file);
    throw error;
  });
  const salt = saltOf(text, file);
  const purged = new Set<string>();
  const intended = new Map<string, Unsettled>();
  const keyOf = ({ kommun, child }: Entry) => `${kommun}:${child}`;
  const take = (entry: Entry) => {
    if (entry.intended === undefined) purged.add(keyOf(entry));
    else intended.set(keyOf(entry), { ...entry, intended: entry.intended });
  };
  for (const line of text.split("\n").slice(1)) {
    // A line cut off by a crash is of a child whose purge was not committed, or that stands as intended.
    const entry = parse(line);
    if (entry !== null) take(entry);
  }
  const mark = (kommunCode: string, childId: string) =>
    createHash("sha256").update(`${salt}:${kommunCode}:${childId}`).digest("base64url");
  const entryOf = (kommunCode: string, childId: string): Entry => ({
    kommun: kommunCode,
    child: mark(kommunCode, childId),
  });
  const write = async (entry: Entry) => {
    await append(file, `${JSON.stringify(entry)}\n`);
    take(entry);
  };
  const done = async ({ kommun, child }: Entry) => {
    if (!purged.has(keyOf({ kommun, child }))) await write({ kommun, child });
  };
  return {
    get size() {
      return purged.size;
    },
    get unsettled() {
      return [...intended.values()].filter((entry) => !purged.has(keyOf(entry)));
    },
    has: (kommunCode, childId) => purged.has(keyOf(entryOf(kommunCode, childId))),
    isOf: ({ kommun, child }, childId) => mark(kommun, childId) === child,
    intend: async (kommunCode, childId, runId) => {
      const entry = { ...entryOf(kommunCode, childId), intended: runId };
      if (intended.get(keyOf(entry))?.intended !== runId) await write(entry);
    },
    done: (kommunCode, childId) => done(entryOf(kommunCode, childId)),
    settle: done,
  };
}

/** Of many that begin one at once, one has its way: the file appears with its salt in it, or not at all. */
async function makeLedger(folder: string, file: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const unnamed = `${file}.${crypto.randomUUID()}`;
  const salt = randomBytes(24).toString("base64url");
  await append(unnamed, `${JSON.stringify({ kompassen: "purged", salt })}\n`);
  try {
    await link(unnamed, file);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    await rm(unnamed, { force: true });
  }
  return readFile(file, "utf8");
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
    await handle.writeFile(size > 0 ? `\n${line}` : line);
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
