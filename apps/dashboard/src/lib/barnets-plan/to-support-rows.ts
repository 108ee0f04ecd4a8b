import type { LifeEventView, SupportView } from "@kompassen/api/barnets-plan";
import { type SupportStatus, supportKindText } from "@kompassen/domain/barnets-plan";
import { areaName } from "@kompassen/domain/behovskompass";
import { dateRangeText, dateText, type Language } from "@kompassen/domain/shared";
import type { Messages } from "#lib/messages/sv/index.ts";

type Words = Messages["barnetsPlan"];

type SupportRow = {
  readonly id: string;
  readonly areaName: string;
  readonly kind: string;
  readonly description: string;
  readonly givenBy: string;
  readonly period: string;
};

export type SupportGroup = { readonly status: SupportStatus; readonly rows: readonly SupportRow[] };

export type EventRow = { readonly id: string; readonly day: string; readonly description: string };

/** What runs first, then what is to be started, then what is done. */
const STATUS_ORDER: readonly SupportStatus[] = ["pagaende", "ska_sattas_in", "klart"];

/** The supports by their status, the latest first; a status without supports is left out. */
export function toSupportGroups(
  supports: readonly SupportView[],
  language: Language,
  words: Words,
): SupportGroup[] {
  return STATUS_ORDER.flatMap((status) => {
    const rows = supports
      .filter((support) => support.status === status)
      .toSorted((a, b) => (a.startsOn < b.startsOn ? 1 : -1))
      .map((support) => ({
        id: support.id,
        areaName: areaName(support.area, language),
        kind: supportKindText(support.kind, language),
        description: support.description,
        givenBy: words.supports.by(support.givenBy),
        period: supportPeriod(support, language, words),
      }));
    return rows.length === 0 ? [] : [{ status, rows }];
  });
}

export function toEventRows(events: readonly LifeEventView[], language: Language): EventRow[] {
  return events.toReversed().map(({ id, happenedOn, description }) => ({
    id,
    day: dateText(happenedOn, language),
    description,
  }));
}

/** "15 jan – 15 mar 2026", "sedan 15 jan 2026" or, before it has begun, "från 15 jan 2026". */
export function supportPeriod(
  { startsOn, endsOn, status }: Pick<SupportView, "startsOn" | "endsOn" | "status">,
  language: Language,
  words: Words,
): string {
  if (endsOn !== null) return dateRangeText(startsOn, endsOn, language);
  const from = dateText(startsOn, language);
  if (status === "pagaende") return words.ongoingSince(from);
  return status === "ska_sattas_in" ? words.startsOn(from) : from;
}
