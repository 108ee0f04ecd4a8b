import type { Instrument } from "@kompassen/domain/behovskompass";
import type { LocalDate } from "@kompassen/domain/shared";
import type { KommunRows } from "./kommun-rows.ts";

/** A version of a form as a kommun uses it: its statements in their order, and what they are equivalent to. */
export function addInstrument(
  rows: KommunRows,
  kommunCode: string,
  number: number,
  instrument: Instrument,
  validFrom: LocalDate,
): void {
  rows.instrumentVersion.push({
    kommunCode,
    number,
    instrument: instrument.id,
    version: instrument.version,
    title: instrument.title.sv,
    textStatus: instrument.status,
    validFrom,
  });
  instrument.statements.forEach((statement, position) => {
    rows.instrumentStatement.push({
      kommunCode,
      versionNumber: number,
      position,
      key: statement.key,
      area: statement.area,
      text: statement.text?.sv ?? null,
      textEn: statement.text?.en ?? null,
      textByAgeForm: statement.textByAgeForm ?? null,
      source: statement.source,
    });
  });
  for (const { fromVersion, toVersion, pairs } of instrument.equivalences) {
    for (const { from, to } of pairs) {
      rows.statementEquivalence.push({
        kommunCode,
        instrument: instrument.id,
        fromVersion,
        toVersion,
        fromStatement: from,
        toStatement: to,
      });
    }
  }
}
