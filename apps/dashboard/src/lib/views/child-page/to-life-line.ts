import type { LifeEventView, SupportView } from "@kompassen/api/barnets-plan";
import { supportKindText, supportStatusText } from "@kompassen/domain/barnets-plan";
import { areaName } from "@kompassen/domain/behovskompass";
import { dateText, type Language } from "@kompassen/domain/shared";
import { supportPeriod } from "#lib/barnets-plan/to-support-rows.ts";
import type { Surroundings } from "#lib/behovskompass/to-multiples-input.ts";
import { toDay } from "#lib/behovskompass/to-rating.ts";
import type { Messages } from "#lib/messages/sv/index.ts";
import type { TimelineEntry } from "#lib/shared/Timeline.svelte";

type Lived = { readonly supports: readonly SupportView[]; readonly events: readonly LifeEventView[] };

/** Supports and events together in order of time, the latest first. */
export function toLifeLine(
  { supports, events }: Lived,
  language: Language,
  words: Messages["barnetsPlan"],
): TimelineEntry[] {
  const entries: TimelineEntry[] = [
    ...supports.map((support) => ({
      key: support.id,
      date: support.startsOn,
      dateText: supportPeriod(support, language, words),
      title: `${supportKindText(support.kind, language)}, ${areaName(support.area, language)}`,
      text: [support.description, support.givenBy, supportStatusText(support.status, language)].join(" · "),
      isLasting: true,
    })),
    ...events.map(({ id, happenedOn, description }) => ({
      key: id,
      date: happenedOn,
      dateText: dateText(happenedOn, language),
      title: description,
    })),
  ];
  return entries.toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
}

/** The same as bands and marks on the charts' time axis. A support that has not begun has no band yet. */
export function toSurroundings({ supports, events }: Lived, language: Language): Surroundings {
  return {
    supports: supports
      .filter(({ status }) => status !== "ska_sattas_in")
      .map(({ id, area, kind, startsOn, endsOn }) => ({
        area,
        band: {
          key: id,
          name: supportKindText(kind, language),
          from: toDay(startsOn, language),
          to: endsOn === null ? null : toDay(endsOn, language),
        },
      })),
    events: events.map(({ id, happenedOn, description }) => ({
      key: id,
      name: description,
      day: toDay(happenedOn, language),
    })),
  };
}
