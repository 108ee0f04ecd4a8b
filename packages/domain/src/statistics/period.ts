import { type LocalDate, localDate } from "../shared/index.ts";

/** A quarter of the calendar year as "2026Q1". As text it also sorts by time. */
export type Quarter = string & { readonly __brand: "Quarter" };

/** A school year as "2025/2026": from the third quarter of the first year to the second of the next. */
export type Lasar = string & { readonly __brand: "Lasar" };

/** A calendar year as "2026". */
export type Year = string & { readonly __brand: "Year" };

/** The first and the last day of a period, both inside it. */
export type Span = { readonly from: LocalDate; readonly to: LocalDate };

const QUARTER = /^(?:19|20)\d\dQ[1-4]$/;
const LASAR = /^((?:19|20)\d\d)\/((?:19|20)\d\d)$/;
const YEAR = /^(?:19|20)\d\d$/;

export function isQuarter(text: string): text is Quarter {
  return QUARTER.test(text);
}

export function isYear(text: string): text is Year {
  return YEAR.test(text);
}

export function isLasar(text: string): text is Lasar {
  const match = LASAR.exec(text);
  return match !== null && Number(match[2]) === Number(match[1]) + 1;
}

/** @throws RangeError when the text is not a quarter. */
export function quarter(text: string): Quarter {
  if (!isQuarter(text)) throw new RangeError(`not a quarter (2026Q1): ${text}`);
  return text;
}

export function quarterOf(date: LocalDate): Quarter {
  return quarter(`${date.slice(0, 4)}Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`);
}

export function yearOf(of: Quarter | LocalDate): Year {
  const text = of.slice(0, 4);
  if (!isYear(text)) throw new RangeError(`not in a year: ${of}`);
  return text;
}

/** The four quarters of a calendar year. */
export function quartersOfYear(year: Year): Quarter[] {
  return [1, 2, 3, 4].map((number) => quarter(`${year}Q${number}`));
}

export function lasarOf(date: LocalDate): Lasar {
  return lasarFrom(Number(date.slice(0, 4)) - (Number(date.slice(5, 7)) < 7 ? 1 : 0));
}

/** The läsår that a quarter belongs to. */
export function lasarOfQuarter(of: Quarter): Lasar {
  return lasarFrom(Number(of.slice(0, 4)) - (Number(of.slice(5)) < 3 ? 1 : 0));
}

/** The four quarters of a läsår, the third of its first year to the second of its last. */
export function quartersOfLasar(lasar: Lasar): Quarter[] {
  const [first, last] = [lasar.slice(0, 4), lasar.slice(5)];
  return [`${first}Q3`, `${first}Q4`, `${last}Q1`, `${last}Q2`].map(quarter);
}

export function nextQuarter(of: Quarter): Quarter {
  const number = Number(of.slice(5));
  return quarter(number === 4 ? `${Number(of.slice(0, 4)) + 1}Q1` : `${of.slice(0, 5)}${number + 1}`);
}

export function previousQuarter(of: Quarter): Quarter {
  const number = Number(of.slice(5));
  return quarter(number === 1 ? `${Number(of.slice(0, 4)) - 1}Q4` : `${of.slice(0, 5)}${number - 1}`);
}

const LAST_DAYS = ["03-31", "06-30", "09-30", "12-31"];

export function spanOfQuarter(of: Quarter): Span {
  const number = Number(of.slice(5));
  const month = String(3 * number - 2).padStart(2, "0");
  return {
    from: localDate(`${of.slice(0, 4)}-${month}-01`),
    to: localDate(`${of.slice(0, 4)}-${LAST_DAYS[number - 1]}`),
  };
}

export function spanOfLasar(lasar: Lasar): Span {
  return { from: localDate(`${lasar.slice(0, 4)}-07-01`), to: localDate(`${lasar.slice(5)}-06-30`) };
}

/** Every quarter that has ended before `today`, counted back from it, the oldest first. */
export function latestEndedQuarters(today: LocalDate, count: number): Quarter[] {
  const quarters: Quarter[] = [];
  let current = previousQuarter(quarterOf(today));
  for (let i = 0; i < count; i += 1) {
    quarters.unshift(current);
    current = previousQuarter(current);
  }
  return quarters;
}

function lasarFrom(year: number): Lasar {
  const text = `${year}/${year + 1}`;
  if (!isLasar(text)) throw new RangeError(`not a läsår: ${text}`);
  return text;
}
