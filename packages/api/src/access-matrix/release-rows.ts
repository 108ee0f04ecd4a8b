import { createHash } from "node:crypto";
import type { LocalDate } from "@kompassen/domain/shared";
import type { ReleaseHead } from "@kompassen/domain/statistics";
import type { TableRows } from "./set-rows.ts";
import { addRow } from "./set-rows.ts";

export const EARLIER_PERIOD = "2025Q4";
export const LATER_PERIOD = "2026Q1";

export const releaseIdOf = (kommunCode: string, period: string) => `kompass-${kommunCode}-${period}-1`;

/** A release that tells nothing but that it was made: whoever may read it is to be told apart by that. */
export function releaseDocument(kommunCode: string, period: string) {
  const head: Omit<ReleaseHead, "releasedOn" | "approvedBy" | "sha256"> = {
    id: releaseIdOf(kommunCode, period),
    kommunCode,
    kommunName: `Kommun ${kommunCode}`,
    periods: [period],
    ruleSet: "matrix",
    codeVersion: "matrix",
    parameters: {},
    places: [{ code: kommunCode, name: `Kommun ${kommunCode}`, level: "kommun", parent: null }],
    cellCount: 0,
    hiddenCount: 0,
    withheld: [],
  };
  const document = JSON.stringify({ ...head, cells: [] });
  return { head, document, sha256: createHash("sha256").update(document).digest("hex") };
}

/** Two releases of the kommun, so that one can be held against the other. */
export function releaseRows(rows: TableRows, kommunCode: string, today: LocalDate): void {
  for (const period of [EARLIER_PERIOD, LATER_PERIOD]) {
    const { head, document, sha256 } = releaseDocument(kommunCode, period);
    addRow(rows, "statistics.release", {
      kommun_code: kommunCode,
      id: head.id,
      released_on: today,
      head: { ...head, releasedOn: today, approvedBy: "Solumi Granverle", sha256 },
      document,
      sha256,
    });
  }
}
