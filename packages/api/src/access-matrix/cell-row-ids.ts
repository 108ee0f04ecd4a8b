import { releaseDocument } from "./release-rows.ts";

/** Of what a kommun has one of at a time: a cell brings its own, and takes it away. */
export const CELL_ROW_ID = "eeee0000-0000-7000-8000-000000000001";

/** A release that waits for its second person. */
export const DRAFT = releaseDocument("8101", "2026Q2");
