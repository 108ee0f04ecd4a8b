import type { Messages } from "#lib/messages/sv/index.ts";

/** The words a chart needs beside those in its input. */
export type ChartWords = Messages["charts"];
