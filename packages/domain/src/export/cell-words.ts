import type { Language } from "../shared/index.ts";
import { metricOf, type ReleaseCell } from "../statistics/index.ts";
import { STATUS_NAMES } from "./labels.ts";

const DECIMAL_MARKS: Readonly<Record<Language, string>> = { sv: ",", en: "." };

/** Whether the number is a percentage. */
export function isPercent(metric: string): boolean {
  return metricOf(metric).measure.en.startsWith("per cent");
}

/** The number as it was released, never rounded again: means keep their decimal, "3,0". */
export function valueText({ table, metric }: ReleaseCell, value: number, language: Language): string {
  const digits = String(value);
  const isWholeMean = table === "area_mean" && Number.isInteger(value);
  const text = (isWholeMean ? `${digits}.0` : digits).replace(".", DECIMAL_MARKS[language]);
  return isPercent(metric) ? `${text} %` : text;
}

const BAND = /^(?:(<=|>=)(\d+(?:\.\d+)?)|(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?))$/;
const LIMITS: Readonly<Record<Language, { readonly most: string; readonly least: string }>> = {
  sv: { most: "högst", least: "minst" },
  en: { most: "at most", least: "at least" },
};

/**
 * "högst 20 %", "minst 4,5", "20–29 %": in words, since a spreadsheet takes "10-19" for a date.
 * @throws RangeError when the band has another shape.
 */
export function bandText(metric: string, band: string, language: Language): string {
  const match = BAND.exec(band);
  if (match === null) throw new RangeError(`not a band: ${band}`);
  const [, sign, limit = "", from = "", to = ""] = match;
  const words = LIMITS[language];
  const text = sign === undefined ? `${from}–${to}` : `${sign === "<=" ? words.most : words.least} ${limit}`;
  return `${text.replaceAll(".", DECIMAL_MARKS[language])}${isPercent(metric) ? " %" : ""}`;
}

/** What a reader sees in the place of the number: "42", "3,4", "20–29 %", "visas inte". */
export function cellText(of: ReleaseCell, language: Language): string {
  const { cell, metric } = of;
  switch (cell.status) {
    case "published":
      return valueText(of, cell.value, language);
    case "band":
      return bandText(metric, cell.band, language);
    case "protected":
    case "not_applicable":
      return STATUS_NAMES[cell.status][language];
  }
}
