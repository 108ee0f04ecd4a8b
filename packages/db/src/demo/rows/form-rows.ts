import { addDays } from "@kompassen/domain/shared";
import { FORMS, SECOND_VERSION_FROM_DAYS_AGO } from "../forms.ts";
import type { KommunRows } from "../kommun-rows.ts";
import type { KommunContext } from "./kommun-context.ts";

/** The forms that the kommun rates with, their statements, and which statements of two versions ask the same. */
export function addForms(rows: KommunRows, context: KommunContext): void {
  const kommunCode = context.plan.code;
  for (const { number, instrument } of Object.values(FORMS)) {
    const isSecond = instrument.version === "2";
    rows.instrumentVersion.push({
      kommunCode,
      number,
      instrument: instrument.id,
      version: instrument.version,
      title: instrument.title.sv,
      textStatus: instrument.status,
      validFrom: isSecond ? addDays(context.today, -SECOND_VERSION_FROM_DAYS_AGO) : context.begunOn,
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
}
