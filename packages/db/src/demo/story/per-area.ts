import { AREAS, type Area } from "@kompassen/domain/behovskompass";

/** One value for each of the eight areas. */
export function perArea<T>(of: (area: Area) => T): Readonly<Record<Area, T>> {
  const values = AREAS.map((area) => [area, of(area)] as const);
  return Object.fromEntries(values) as Record<Area, T>;
}
