import { isUtf8 } from "node:buffer";
import { type Expectation, type FileFault, shownValue, TOO_LONG } from "@kompassen/domain/shared";
import { type Delimiter, detectDelimiter, splitRecords } from "./split-records.ts";

export type OnRow = (cells: readonly string[], row: number) => void;

const LINE_FEED = 0x0a;
const QUOTE = 0x22;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** A record that has not ended by now never will: it is held in memory until it does. */
const MAX_RECORD_BYTES = 32 * 1024 * 1024;

/**
 * Reads CSV in chunks of bytes: UTF-8 with or without byte order mark, `,` or `;`, either line end. Rows
 * are counted from 1 with the header and empty lines, as a spreadsheet counts; empty lines are not given.
 */
export class CsvReader {
  readonly #onRow: OnRow;
  readonly #faults: FileFault[] = [];
  /** What stands after the last record end, in the pieces it came in. */
  #waiting: Uint8Array[] = [];
  #waitingBytes = 0;
  #isQuoted = false;
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
    const end = this.#findRecordEnd(chunk);
    if (end > 0) {
      this.#waiting.push(chunk.subarray(0, end));
      this.#readWaiting();
    }
    this.#wait(chunk.subarray(end));
  }

  /** Reads what stands after the last line end, and tells what was wrong with the file as text. */
  end(): FileFault[] {
    if (!this.#isBroken && this.#waitingBytes > 0) this.#readWaiting();
    return this.#faults;
  }

  #wait(rest: Uint8Array): void {
    if (rest.length > 0) this.#waiting.push(rest);
    this.#waitingBytes += rest.length;
    if (this.#waitingBytes > MAX_RECORD_BYTES)
      this.#breakOff(this.#isQuoted ? { code: "closed_quote" } : TOO_LONG);
  }

  #readWaiting(): void {
    const bytes = Buffer.concat(this.#waiting);
    this.#waiting = [];
    this.#waitingBytes = 0;
    this.#read(bytes);
  }

  /** Just after the last line end of a chunk that stands outside quotation marks; 0 when there is none. */
  #findRecordEnd(chunk: Uint8Array): number {
    if (!chunk.includes(QUOTE)) return this.#isQuoted ? 0 : chunk.lastIndexOf(LINE_FEED) + 1;
    let end = 0;
    for (let index = 0; index < chunk.length; index += 1) {
      if (chunk[index] === QUOTE) this.#isQuoted = !this.#isQuoted;
      else if (chunk[index] === LINE_FEED && !this.#isQuoted) end = index + 1;
    }
    return end;
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
    if (hasOpenQuote) this.#breakOff({ code: "closed_quote" });
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

  #breakOff(expected: Expectation): void {
    this.#isBroken = true;
    this.#waiting = [];
    this.#row += 1;
    this.#addFault(null, "", expected);
  }

  #addFault(column: string | null, value: string, expected: Expectation): void {
    this.#faults.push({ row: this.#row, column, value: shownValue(value), expected });
  }
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
