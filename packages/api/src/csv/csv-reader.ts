import { isUtf8 } from "node:buffer";
import { type Expectation, type FileFault, shownValue } from "@kompassen/domain/shared";
import { type Delimiter, detectDelimiter, splitRecords } from "./split-records.ts";

export type OnRow = (cells: readonly string[], row: number) => void;

const LINE_FEED = 0x0a;
const QUOTE = 0x22;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** A quoted cell that has not ended by now was never meant to be one. */
const MAX_OPEN_BYTES = 4 * 1024 * 1024;

/**
 * Reads CSV in chunks of bytes: UTF-8 with or without byte order mark, `,` or `;`, either line end. Rows
 * are counted from 1 with the header and empty lines, as a spreadsheet counts; empty lines are not given.
 */
export class CsvReader {
  readonly #onRow: OnRow;
  readonly #faults: FileFault[] = [];
  #waiting: Buffer = Buffer.alloc(0);
  #delimiter: Delimiter | null = null;
  #header: readonly string[] | null = null;
  #row = 0;
  #isBroken = false;

  constructor(onRow: OnRow) {
    this.#onRow = onRow;
  }

  /** Rows read so far, for progress. */
  get row(): number {
    return this.#row;
  }

  push(chunk: Uint8Array): void {
    if (this.#isBroken) return;
    this.#waiting = this.#waiting.length === 0 ? Buffer.from(chunk) : Buffer.concat([this.#waiting, chunk]);
    const end = lastRecordEnd(this.#waiting);
    if (end > 0) {
      this.#read(this.#waiting.subarray(0, end));
      this.#waiting = this.#waiting.subarray(end);
    } else if (this.#waiting.length > MAX_OPEN_BYTES) {
      this.#breakOff();
    }
  }

  /** Reads what stands after the last line end, and tells what was wrong with the file as text. */
  end(): FileFault[] {
    if (!this.#isBroken && this.#waiting.length > 0) this.#read(this.#waiting);
    return this.#faults;
  }

  #read(bytes: Buffer): void {
    const content = this.#delimiter === null ? withoutByteOrderMark(bytes) : bytes;
    const isText = isUtf8(content);
    const text = content.toString(isText ? "utf8" : "latin1");
    this.#delimiter ??= detectDelimiter(firstLine(text));
    const { records, hasOpenQuote } = splitRecords(text, this.#delimiter);
    const isCutOff = !text.endsWith("\n");
    for (const [index, cells] of records.entries()) {
      this.#row += 1;
      if (cells.length === 1 && cells[0] === "") continue;
      const isLast = index === records.length - 1;
      if (isLast && isCutOff && this.#isHalf(cells))
        this.#addFault(null, cells.join(this.#delimiter), { code: "whole_line" });
      else if (isText || this.#areUtf8(cells)) this.#give(isText ? cells : cells.map(toUtf8));
      if (this.#isBroken) return;
    }
    if (hasOpenQuote) this.#breakOff();
  }

  #give(cells: readonly string[]): void {
    this.#header ??= cells;
    this.#onRow(cells, this.#row);
  }

  #isHalf(cells: readonly string[]): boolean {
    return this.#header !== null && cells.length < this.#header.length;
  }

  /** @param cells their bytes, one character each */
  #areUtf8(cells: readonly string[]): boolean {
    const wrong = [...cells.entries()].filter(([, cell]) => !isUtf8(Buffer.from(cell, "latin1")));
    for (const [position, cell] of wrong) {
      this.#addFault(this.#header?.[position]?.trim() ?? null, cell, { code: "utf8" });
    }
    // Without a header nothing can be told of the rows below it.
    if (wrong.length > 0 && this.#header === null) this.#isBroken = true;
    return wrong.length === 0;
  }

  #breakOff(): void {
    this.#isBroken = true;
    this.#row += 1;
    this.#addFault(null, "", { code: "closed_quote" });
  }

  #addFault(column: string | null, value: string, expected: Expectation): void {
    this.#faults.push({ row: this.#row, column, value: shownValue(value), expected });
  }
}

/** Just after the last line end that stands outside quotation marks; 0 when there is none yet. */
function lastRecordEnd(bytes: Buffer): number {
  if (!bytes.includes(QUOTE)) return bytes.lastIndexOf(LINE_FEED) + 1;
  let end = 0;
  let isQuoted = false;
  for (const [index, byte] of bytes.entries()) {
    if (byte === QUOTE) isQuoted = !isQuoted;
    else if (byte === LINE_FEED && !isQuoted) end = index + 1;
  }
  return end;
}

function withoutByteOrderMark(bytes: Buffer): Buffer {
  return bytes.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK)
    ? bytes.subarray(BYTE_ORDER_MARK.length)
    : bytes;
}

function firstLine(text: string): string {
  const [line = ""] = text.split("\n", 1);
  return line;
}

function toUtf8(bytes: string): string {
  return Buffer.from(bytes, "latin1").toString("utf8");
}
