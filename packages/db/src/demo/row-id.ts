import { hash } from "node:crypto";
import type { LocalDate } from "@kompassen/domain/shared";

const MILLISECONDS_A_DAY = 86_400_000;

/**
 * An id shaped as a version 7 uuid: the day first, so that rows stand in order of time, and the rest from
 * the key, so that the same day gives the same ids.
 */
export function rowId(day: LocalDate, ...key: readonly (string | number)[]): string {
  const digest = hash("sha256", key.join("/"), "hex");
  const withinDay = Number.parseInt(digest.slice(0, 8), 16) % MILLISECONDS_A_DAY;
  const time = (Date.parse(`${day}T00:00:00Z`) + withinDay).toString(16).padStart(12, "0");
  const variant = (8 + (Number.parseInt(digest.charAt(8), 16) % 4)).toString(16);
  return [
    time.slice(0, 8),
    time.slice(8, 12),
    `7${digest.slice(9, 12)}`,
    `${variant}${digest.slice(12, 15)}`,
    digest.slice(15, 27),
  ].join("-");
}
