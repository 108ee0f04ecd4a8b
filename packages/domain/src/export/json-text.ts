import { compareText } from "../shared/index.ts";

/** JSON with every object's keys sorted, so that the same content is the same bytes. */
export function jsonText(value: unknown, indent = 2): string {
  return `${JSON.stringify(value, sorted, indent)}\n`;
}

function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => compareText(a, b)));
}
