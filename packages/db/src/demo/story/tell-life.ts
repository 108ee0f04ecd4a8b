import type { Area } from "@kompassen/domain/behovskompass";
import { addDays, daysBetween, type LocalDate } from "@kompassen/domain/shared";
import { type Draw, drawFor } from "../draw.ts";
import { inventGivenName } from "../names/invented-name.ts";
import type { KommunPlan } from "../places/kommun-plan.ts";
import { wordsFor } from "../words/words-for-age.ts";
import { yearsOld } from "./age.ts";
import type { EventStory, Stay, SupportStory } from "./child-story.ts";

interface Followed {
  readonly key: string;
  readonly birthDate: LocalDate;
  readonly focus: readonly Area[];
  readonly days: readonly LocalDate[];
  readonly closedOn: LocalDate | null;
  /** Areas that work well by now: what was put in there has been ended. */
  readonly isWell: (area: Area) => boolean;
}

/** One or two supports in each area that is worked on. */
export function tellSupports(child: Followed, today: LocalDate): SupportStory[] {
  return child.focus.flatMap((area) => {
    const draw = drawFor(child.key, "supports", area);
    const first = child.days[0];
    if (first === undefined) return [];
    const startsOn = addDays(first, draw.whole(7, 40));
    const begun = tellSupport(draw, child, area, startsOn, today);
    const isMore = child.closedOn === null && !child.isWell(area) && draw.chance(0.45);
    if (!isMore) return [begun];
    const later = addDays(today, draw.chance(0.4) ? draw.whole(2, 20) : -draw.whole(5, 60));
    const more = tellSupport(draw, child, area, later, today);
    return more.description === begun.description ? [begun] : [begun, more];
  });
}

/** What has just begun is not ended yet. */
const SHORTEST = 14;

function tellSupport(
  draw: Draw,
  child: Followed,
  area: Area,
  startsOn: LocalDate,
  today: LocalDate,
): SupportStory {
  const { supports } = wordsFor(yearsOld(child.birthDate, startsOn));
  const { kind, description, givenByTitle } = draw.pick(supports[area]);
  const written = { area, kind, description, givenBy: `${inventGivenName(draw)}, ${givenByTitle}`, startsOn };
  if (startsOn > today) return { ...written, status: "ska_sattas_in", endsOn: null };
  const lastDay = child.closedOn ?? today;
  const isEnded = child.closedOn !== null || child.isWell(area);
  const length = Math.min(draw.whole(60, 240), daysBetween(startsOn, lastDay) - draw.whole(2, 12));
  return isEnded && length >= SHORTEST
    ? { ...written, status: "klart", endsOn: addDays(startsOn, length) }
    : { ...written, status: "pagaende", endsOn: null };
}

/** What happened in the child's life in the years that are followed, moves between units included. */
export function tellEvents(
  child: Followed & { readonly stays: readonly Stay[] },
  plan: KommunPlan,
  today: LocalDate,
): EventStory[] {
  const draw = drawFor(child.key, "events");
  const first = child.days[0] ?? today;
  const lastDay = child.closedOn ?? today;
  const from = later(child.birthDate, addDays(first, -150));
  const moves = child.stays
    .slice(1)
    .filter(({ from: movedOn }) => movedOn > from && movedOn <= lastDay)
    .map(({ from: movedOn, unit }) => ({
      happenedOn: movedOn,
      description: `Började på ${plan.units.find(({ code }) => code === unit)?.name ?? unit}.`,
    }));
  const days = Array.from({ length: draw.whole(0, 2) }, () =>
    addDays(from, draw.whole(20, Math.max(21, daysBetween(from, lastDay) - 2))),
  ).filter((day) => day < lastDay);
  const told = days.map((happenedOn) => ({
    happenedOn,
    description: draw.pick(wordsFor(yearsOld(child.birthDate, happenedOn)).events),
  }));
  return [...moves, ...told].toSorted((a, b) => (a.happenedOn < b.happenedOn ? -1 : 1));
}

function later(a: LocalDate, b: LocalDate): LocalDate {
  return a > b ? a : b;
}
