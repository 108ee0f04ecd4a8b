import { compareText, isLocalDate, type LocalDate } from "../shared/index.ts";
import type { ChainHead } from "./chain-verifier.ts";
import type { Sha256 } from "./log-row.ts";

/**
 * One day's heads of one kommun as they are published: who reads the file later can tell whether the log still holds
 * what it held. Text: a line of JSON that says what the file is, its signature, then a line for each chain.
 */
export interface HeadFile {
  readonly kommunCode: string;
  readonly day: LocalDate;
  /** Instant, ISO 8601. */
  readonly publishedAt: string;
  /** SHA-256 of the file of the day before it, or null for the first. */
  readonly previous: string | null;
  readonly chains: number;
  readonly root: string;
  readonly heads: readonly ChainHead[];
}

/** The root of the Merkle tree over the chains in order: one hash that stands for every head. */
export function rootOf(heads: readonly ChainHead[], sha256: Sha256): string {
  let level = heads.map((head) => sha256("00", lineOf(head)));
  if (level.length === 0) return sha256("", "");
  while (level.length > 1) {
    const above: string[] = [];
    for (let index = 0; index < level.length; index += 2) {
      const [left = "", right = ""] = [level[index], level[index + 1]];
      above.push(sha256(`01${left}${right}`, ""));
    }
    level = above;
  }
  return level[0] ?? "";
}

export function sortHeads(heads: readonly ChainHead[]): ChainHead[] {
  return heads.toSorted((a, b) => compareText(a.chain, b.chain));
}

const lineOf = ({ chain, sequence, hash }: ChainHead) => `${chain} ${sequence} ${hash}`;

/** The first line: what is signed. The root binds the lines that follow. */
export function headLineOf({ heads: _, ...said }: HeadFile): string {
  return JSON.stringify(said);
}

export function writeHeadFile(file: HeadFile, signature: string): string {
  return `${[headLineOf(file), signature, ...file.heads.map(lineOf)].join("\n")}\n`;
}

const HEAD_LINE = /^([0-9a-f-]{36}) (\d+) ([0-9a-f]{64})$/;

/** Null when it is no file of heads, or a line of it is no head. */
export function readHeadFile(text: string): { file: HeadFile; headLine: string; signature: string } | null {
  const [headLine = "", signature = "", ...lines] = text.replace(/\n$/, "").split("\n");
  const said = readHeadLine(headLine);
  if (said === null) return null;
  const heads: ChainHead[] = [];
  for (const line of lines) {
    const [, chain, sequence, hash] = HEAD_LINE.exec(line) ?? [];
    if (chain === undefined || hash === undefined) return null;
    heads.push({ chain, sequence: Number(sequence), hash });
  }
  return { file: { ...said, heads }, headLine, signature };
}

function readHeadLine(line: string): Omit<HeadFile, "heads"> | null {
  let said: unknown;
  try {
    said = JSON.parse(line);
  } catch {
    return null;
  }
  if (typeof said !== "object" || said === null) return null;
  const { kommunCode, day, publishedAt, previous, chains, root } = said as Record<string, unknown>;
  if (typeof kommunCode !== "string" || typeof day !== "string" || !isLocalDate(day)) return null;
  if (typeof publishedAt !== "string" || Number.isNaN(Date.parse(publishedAt))) return null;
  if (previous !== null && typeof previous !== "string") return null;
  if (typeof chains !== "number" || typeof root !== "string") return null;
  return { kommunCode, day, publishedAt, previous, chains, root };
}

/** Whether the file says of itself what it holds; the signature is asked for apart. */
export function isWholeHeadFile({ heads, chains, root }: HeadFile, sha256: Sha256): boolean {
  return heads.length === chains && rootOf(heads, sha256) === root;
}
