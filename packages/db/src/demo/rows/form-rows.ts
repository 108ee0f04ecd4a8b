import { addDays } from "@kompassen/domain/shared";
import { addInstrument, type KommunRows } from "../../factories/index.ts";
import { FORMS, SECOND_VERSION_FROM_DAYS_AGO } from "../forms.ts";
import type { KommunContext } from "./kommun-context.ts";

/** The forms that the kommun rates with: the second version came this year. */
export function addForms(rows: KommunRows, { plan, today, begunOn }: KommunContext): void {
  for (const { number, instrument } of Object.values(FORMS)) {
    const isSecond = instrument.version === "2";
    const validFrom = isSecond ? addDays(today, -SECOND_VERSION_FROM_DAYS_AGO) : begunOn;
    addInstrument(rows, plan.code, number, instrument, validFrom);
  }
}
