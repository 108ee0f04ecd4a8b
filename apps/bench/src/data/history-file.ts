import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ImportFile } from "@kompassen/api/import";
import { type HistoryShape, historyLines } from "./history-lines.ts";

/** The generated file without a file: the same bytes each time it is opened. */
export function generatedFile(shape: HistoryShape): ImportFile {
  return { open: () => chunks(shape) };
}

/** @returns rows, the header not counted */
export async function writeHistoryFile(path: string, shape: HistoryShape): Promise<number> {
  let lines = 0;
  const counted = function* () {
    for (const line of historyLines(shape)) {
      lines += 1;
      yield line;
    }
  };
  await pipeline(Readable.from(inChunks(counted())), createWriteStream(path));
  return lines - 1;
}

/** Children whose history comes to about so many rows. */
export function childrenForRows(rows: number): number {
  return Math.round(rows / ROWS_A_CHILD);
}

/** Children whose compasses hold about so many scores: a score is one area of one rater in one compass. */
export function childrenForScores(scores: number): number {
  return Math.round(scores / SCORES_A_CHILD);
}

/** 4.8 compasses, of 58 rows and of 24 scores each. */
const ROWS_A_CHILD = 279;
const SCORES_A_CHILD = 116;

const CHUNK_CHARACTERS = 1 << 18;

function chunks(shape: HistoryShape): Iterable<Uint8Array> {
  return inChunks(historyLines(shape));
}

function* inChunks(lines: Iterable<string>): Generator<Buffer> {
  let text = "";
  for (const line of lines) {
    text += line;
    if (text.length < CHUNK_CHARACTERS) continue;
    yield Buffer.from(text);
    text = "";
  }
  if (text !== "") yield Buffer.from(text);
}
