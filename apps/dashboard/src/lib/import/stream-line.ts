import type { ImportProgress } from "@kompassen/api/import";

/** One line of the streamed answer to an upload; the last one holds the answer. */
export type StreamLine =
  | { readonly progress: ImportProgress }
  | { readonly status: number; readonly answer: Record<string, unknown> };
