import type { Program } from "./measured.ts";

/** In the order of how long they take. */
export const PROGRAMS: readonly Program[] = [];
