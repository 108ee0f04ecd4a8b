import type { Expectation } from "./file-fault.ts";

/** Longer cells are refused whole: no id, key or number of the format comes near it. */
const MAX_CELL_CHARACTERS = 200;

const SHOWN_CHARACTERS = 60;

export function isTooLong(cell: string): boolean {
  return cell.length > MAX_CELL_CHARACTERS;
}

export const TOO_LONG: Expectation = { code: "at_most_characters", count: MAX_CELL_CHARACTERS };

/** The cell as a fault report shows it: a long one is cut. */
export function shownValue(cell: string): string {
  return cell.length > SHOWN_CHARACTERS ? `${cell.slice(0, SHOWN_CHARACTERS)}…` : cell;
}

/** An empty line, also as a spreadsheet writes it: separators and nothing between them. */
export function isBlankRow(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === "");
}

/**
 * One cell without surrounding space.
 * @throws RangeError when the row is shorter than its header, which is checked before.
 */
export function cellAt(cells: readonly string[], position: number): string {
  const cell = cells[position];
  if (cell === undefined) throw new RangeError(`no cell at ${position}`);
  return cell.trim();
}
