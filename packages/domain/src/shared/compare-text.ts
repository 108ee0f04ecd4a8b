/** Sorts text by character code, whatever the machine's language: ids and dates, not words for people. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
