import {
  type Answer,
  type Area,
  type AreaRating,
  isArea,
  packAnswers,
} from "@kompassen/domain/behovskompass";
import { readAnswer } from "@kompassen/domain/history";
import { cellAt } from "@kompassen/domain/shared";
import type { FormVersion } from "./form-versions.ts";

/** What a row says beyond its assessment: one answer, and what was said of the area. */
export interface Tail {
  readonly area: Area;
  /** Place and character of the answer in the packed text. */
  readonly position: number;
  readonly character: number;
  readonly concern: string;
  readonly target: string;
}

const CELLS = 5;

/** Nearly every row ends like a row before it; targets of many decimals do not fill the memory. */
const MOST_REMEMBERED = 100_000;

interface Remembered {
  readonly bytes: Uint8Array;
  readonly tail: Tail;
}

/** Reads the ends of rows, `area,statement,value,concern,target`, for one instrument version. */
export class TailReader {
  readonly version: FormVersion;
  delimiter: "," | ";" = ",";
  readonly #seen = new Map<number, Remembered>();

  constructor(version: FormVersion) {
    this.version = version;
  }

  /**
   * The tail from `start` to `end`, a carriage return included; null when a cell is not what it should be. Concern
   * and target are for the collector to judge.
   */
  read(bytes: Buffer, start: number, end: number, hash: number): Tail | null {
    const seen = this.#seen.get(hash);
    if (seen !== undefined && isAt(bytes, start, end, seen.bytes)) return seen.tail;
    const tail = this.#parse(bytes.toString("utf8", start, end).split(this.delimiter));
    if (tail !== null && seen === undefined && this.#seen.size < MOST_REMEMBERED) {
      this.#seen.set(hash, { bytes: Uint8Array.from(bytes.subarray(start, end)), tail });
    }
    return tail;
  }

  #parse(cells: readonly string[]): Tail | null {
    if (cells.length !== CELLS) return null;
    const [area, statement, value] = [cellAt(cells, 0), cellAt(cells, 1), cellAt(cells, 2)];
    const answer = readAnswer(value);
    if (!isArea(area) || answer === undefined) return null;
    const position = this.#positionOf(area, statement);
    if (position === null) return null;
    const character = this.#characterOf(area, statement, answer, position);
    return { area, position, character, concern: cellAt(cells, 3), target: cellAt(cells, 4) };
  }

  #positionOf(area: Area, statement: string): number | null {
    const { layout } = this.version;
    const listed = layout.areas.find((one) => one.area === area);
    if (listed === undefined) return null;
    if (layout.instrument === "samtalsunderlag") return statement === "" ? listed.start : null;
    const index = listed.keys.indexOf(statement);
    return index === -1 ? null : listed.start + index;
  }

  /** Asked of the domain's own packing. */
  #characterOf(area: Area, statement: string, answer: Answer, position: number): number {
    const { layout } = this.version;
    const rating: AreaRating =
      layout.instrument === "samtalsunderlag"
        ? { kind: "single", answer }
        : { kind: "statements", answers: new Map([[statement, answer]]) };
    return packAnswers(layout, new Map([[area, rating]])).answers.charCodeAt(position);
  }
}

function isAt(bytes: Buffer, start: number, end: number, expected: Uint8Array): boolean {
  if (end - start !== expected.length) return false;
  for (let index = 0; index < expected.length; index += 1) {
    if (bytes[start + index] !== expected[index]) return false;
  }
  return true;
}
