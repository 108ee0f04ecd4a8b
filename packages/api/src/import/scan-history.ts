import { isUtf8 } from "node:buffer";
import { HISTORY_COLUMNS } from "@kompassen/domain/history";
import type { LocalDate } from "@kompassen/domain/shared";
import type { CsvSource } from "../csv/index.ts";
import type { FileHistory } from "./file-history.ts";
import { candidatesFor, type FormVersion, fileNameOf } from "./form-versions.ts";
import { ScannedHistory } from "./scanned-history.ts";
import { TailReader } from "./tail-reader.ts";

interface Scanning {
  readonly today: LocalDate;
  readonly versions: readonly FormVersion[];
  readonly onProgress: (rows: number) => void;
}

/** Columns before the area: they are the same on every row of an assessment. */
const HEAD_COLUMNS = HISTORY_COLUMNS.indexOf("area");

const DELIMITERS = [",", ";"] as const;
type Delimiter = (typeof DELIMITERS)[number];

const LINE_FEED = 0x0a;
const QUOTE = 0x22;
const LONGEST_LINE = 1 << 20;
const REFUSED = -1;

/** FNV-1a, to find a tail by; it is compared byte by byte before it is believed. */
const HASH_START = 0x811c9dc5;
const HASH_PRIME = 0x01000193;

/**
 * Reads the ordinary history file at several times the speed of the careful reader: the columns in their own
 * order, no quotation marks, every cell as it should be. A row is its assessment's head, which is compared with
 * the row before, and a tail that was nearly always met before.
 * @returns null when anything is out of the ordinary: then the careful reader has the word. What is returned is
 *   what it would have read, which a property holds this to.
 */
export async function scanHistory(source: CsvSource, scanning: Scanning): Promise<FileHistory | null> {
  const scanner = new HistoryScanner(scanning);
  for await (const chunk of source) {
    if (!scanner.push(chunk)) return null;
    scanning.onProgress(scanner.row);
  }
  return scanner.end();
}

class HistoryScanner {
  readonly #tails: ReadonlyMap<string, TailReader>;
  readonly #history: ScannedHistory;
  #waiting: Buffer = Buffer.alloc(0);
  #delimiter: Delimiter | null = null;
  /** The bytes before the area, separator included, of the row before. */
  #head: Buffer = Buffer.alloc(0);
  #tailReader: TailReader | null = null;
  #row = 0;

  constructor({ today, versions }: Scanning) {
    this.#tails = tailReaders(versions);
    this.#history = new ScannedHistory(today);
  }

  get row(): number {
    return this.#row;
  }

  push(chunk: Uint8Array): boolean {
    const bytes = this.#waiting.length === 0 ? Buffer.from(chunk) : Buffer.concat([this.#waiting, chunk]);
    const end = bytes.lastIndexOf(LINE_FEED) + 1;
    this.#waiting = bytes.subarray(end);
    return this.#waiting.length <= LONGEST_LINE && (end === 0 || this.#readLines(bytes.subarray(0, end)));
  }

  end(): FileHistory | null {
    const last = this.#waiting.length === 0 || this.#readLines(Buffer.concat([this.#waiting, LAST_LINE_END]));
    return last ? this.#history.finish() : null;
  }

  /** @param bytes whole lines */
  #readLines(bytes: Buffer): boolean {
    if (bytes.includes(QUOTE) || !isUtf8(bytes)) return false;
    for (let at = 0; at < bytes.length; ) {
      this.#row += 1;
      const next = this.#readLine(bytes, at);
      if (next === REFUSED) return false;
      at = next;
    }
    return true;
  }

  /** Where the next line starts, or `REFUSED`. */
  #readLine(bytes: Buffer, start: number): number {
    const { length } = this.#head;
    if (length === 0 || !startsWith(bytes, start, this.#head)) return this.#readFirst(bytes, start);
    let hash = HASH_START;
    let end = start + length;
    for (let byte = bytes[end]; byte !== LINE_FEED && byte !== undefined; byte = bytes[end]) {
      hash = Math.imul(hash ^ byte, HASH_PRIME);
      end += 1;
    }
    const tail = this.#tailReader?.read(bytes, start + length, end, hash) ?? null;
    return tail !== null && this.#history.add(tail, this.#row) ? end + 1 : REFUSED;
  }

  /** An empty line, the header, or the first row of another assessment than the row before. */
  #readFirst(bytes: Buffer, start: number): number {
    const end = bytes.indexOf(LINE_FEED, start);
    const line = bytes.toString("utf8", start, end);
    const isEmpty = line === "" || line === "\r";
    if (isEmpty) return end + 1;
    if (this.#delimiter === null) return this.#readHeader(line) ? end + 1 : REFUSED;
    const cells = line.split(this.#delimiter, HEAD_COLUMNS + 1);
    if (cells.length <= HEAD_COLUMNS) return REFUSED;
    const head = cells.slice(0, HEAD_COLUMNS);
    this.#tailReader = this.#history.enter(head, this.#row, this.#tails);
    if (this.#tailReader === null) return REFUSED;
    this.#head = Buffer.from(`${head.join(this.#delimiter)}${this.#delimiter}`);
    return this.#readLine(bytes, start);
  }

  #readHeader(line: string): boolean {
    const header = line.replace(/^\ufeff/, "").replace(/\r$/, "");
    const delimiter = DELIMITERS.find((one) => header === HISTORY_COLUMNS.join(one));
    if (delimiter === undefined) return false;
    this.#delimiter = delimiter;
    for (const reader of this.#tails.values()) reader.delimiter = delimiter;
    return true;
  }
}

function startsWith(bytes: Buffer, start: number, head: Buffer): boolean {
  // From the end: it is the rater and the round that change.
  for (let index = head.length - 1; index >= 0; index -= 1) {
    if (bytes[start + index] !== head[index]) return false;
  }
  return true;
}

const LAST_LINE_END = Buffer.from("\n");

/** Only where a name means one version: else which one is a question of what the whole assessment answers. */
function tailReaders(versions: readonly FormVersion[]): Map<string, TailReader> {
  const readers = new Map<string, TailReader>();
  for (const version of versions) {
    for (const name of [version.layout.version, fileNameOf(version)]) {
      const { instrument } = version.layout;
      const isOnlyOne = candidatesFor(versions, instrument, name).length === 1;
      if (isOnlyOne) readers.set(`${instrument} ${name}`, new TailReader(version));
    }
  }
  return readers;
}
