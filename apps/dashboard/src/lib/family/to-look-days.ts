import type { FamilyLook } from "@kompassen/api/family";
import { dateText, type Language } from "@kompassen/domain/shared";
import type { Messages } from "#lib/messages/sv/index.ts";

/** Who has looked, day by day, the latest first. */
export function toLookDays(
  looks: readonly FamilyLook[],
  language: Language,
  words: Messages["family"]["looks"],
) {
  const why: Readonly<Record<string, string>> = words.purposes;
  return [...Map.groupBy(looks, ({ day }) => day)].map(([day, ofDay]) => ({
    day,
    dayText: dateText(day, language),
    people: ofDay.map(({ name, title, unitName, purposes }, index) => ({
      key: `${name}-${index}`,
      who: [name, title, ...(unitName === null ? [] : [unitName])].join(", "),
      why: [...new Set(purposes.map((purpose) => why[purpose] ?? words.other))].join(", "),
    })),
  }));
}
