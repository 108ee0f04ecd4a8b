import type { LocalDate, LocalText } from "../shared/index.ts";
import type { Area } from "./area.ts";

/** samtalsunderlag: one whole rating an area. skattningsformular: statements in each area. */
export const INSTRUMENT_IDS = ["samtalsunderlag", "skattningsformular"] as const;

export type InstrumentId = (typeof INSTRUMENT_IDS)[number];

/** The forms of the samtalsunderlag; staff choose by age and maturity, so they overlap at 6 and 12. */
export const AGE_FORMS = ["4-6", "6-12", "12+"] as const;

export type AgeForm = (typeof AGE_FORMS)[number];

/** placeholder: our own words, marked in every view. without_text: keys adopted from a file. */
export const INSTRUMENT_STATUSES = ["placeholder", "official", "without_text"] as const;

export type InstrumentStatus = (typeof INSTRUMENT_STATUSES)[number];

/** In a samtalsunderlag the one question of an area has the area's name as its key. */
export type Statement = {
  readonly key: string;
  readonly area: Area;
  readonly text: LocalText | null;
  /** The same question worded for an age form, where the instrument has them. */
  readonly textByAgeForm?: Partial<Readonly<Record<AgeForm, LocalText>>>;
  readonly source: string;
};

/** Statements of two versions that ask the same thing; read both ways round. */
export type Equivalence = {
  readonly instrument: InstrumentId;
  readonly fromVersion: string;
  readonly toVersion: string;
  readonly pairs: readonly { readonly from: string; readonly to: string }[];
};

/** A form as data. A key is unique within its area; statements stand in the model's area order. */
export type Instrument = {
  readonly id: InstrumentId;
  readonly version: string;
  readonly status: InstrumentStatus;
  readonly title: LocalText;
  readonly validFrom: LocalDate;
  readonly statements: readonly Statement[];
  readonly equivalences: readonly Equivalence[];
};

export function isInstrumentId(text: string): text is InstrumentId {
  return text === "samtalsunderlag" || text === "skattningsformular";
}

export function isAgeForm(text: string): text is AgeForm {
  return text === "4-6" || text === "6-12" || text === "12+";
}
