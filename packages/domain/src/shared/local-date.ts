import { TZDate } from "@date-fns/tz";

/** A calendar day as `yyyy-mm-dd`. As text it also sorts by time. */
export type LocalDate = string & { readonly __brand: "LocalDate" };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const FIRST_YEAR = 1900;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

export function isLocalDate(text: string): text is LocalDate {
  const match = SHAPE.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= FIRST_YEAR && day >= 1 && day <= daysInMonth(year, month);
}

/** @throws RangeError when the text is not a day of the calendar from 1900 on. */
export function localDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new RangeError(`not a date (yyyy-mm-dd): ${text}`);
  return text;
}

/** Whole days from one date to another; negative when `to` is the earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** The calendar day in Sweden at an instant: what "today" means in every rule. */
export function todayInSweden(instant: Date): LocalDate {
  const there = new TZDate(instant.getTime(), "Europe/Stockholm");
  return localDate(dateText(there.getFullYear(), there.getMonth() + 1, there.getDate()));
}

function daysInMonth(year: number, month: number): number {
  const days = DAYS_IN_MONTH[month - 1];
  if (days === undefined) return 0;
  return month === 2 && isLeapYear(year) ? 29 : days;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

const MILLISECONDS_A_DAY = 86_400_000;

/** Reads the digits in place: this runs for every comparison of a caseload. */
function dayNumber(date: LocalDate): number {
  const year = digits(date, 0, 4);
  const month = digits(date, 5, 7);
  const day = digits(date, 8, 10);
  return Date.UTC(year, month - 1, day) / MILLISECONDS_A_DAY;
}

function digits(date: LocalDate, from: number, to: number): number {
  let number = 0;
  for (let index = from; index < to; index += 1) number = number * 10 + date.charCodeAt(index) - ZERO;
  return number;
}

const ZERO = 0x30;

function fromDayNumber(days: number): LocalDate {
  return localDate(new Date(days * MILLISECONDS_A_DAY).toISOString().slice(0, "yyyy-mm-dd".length));
}

function dateText(year: number, month: number, day: number): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${year}-${two(month)}-${two(day)}`;
}
