import { shareCell } from "../src/index.ts";

/**
 * A7 on shares: whether a group in which all or none have the property can be told from every other group of the
 * same size by what is published of it. Tried for each size from 10 to `largest`.
 * @param publish the share as it would be published, as text
 */
export function tellsHomogeneous(
  largest: number,
  publish: (part: number, n: number) => string = publishedShare,
): { readonly tried: number; readonly told: number } {
  let tried = 0;
  let told = 0;
  for (let n = 10; n <= largest; n++) {
    const shown = Array.from({ length: n + 1 }, (_, part) => publish(part, n));
    for (const end of [0, n]) {
      tried += 1;
      if (shown.filter((text) => text === shown[end]).length === 1) told += 1;
    }
  }
  return { tried, told };
}

function publishedShare(part: number, n: number): string {
  return JSON.stringify(shareCell(part, n));
}

/** The control: whole per cents of any group of ten or more. */
export function wholePercent(part: number, n: number): string {
  return String(Math.round((100 * part) / n));
}
