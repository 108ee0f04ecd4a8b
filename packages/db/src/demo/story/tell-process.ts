import { addDays, type LocalDate } from "@kompassen/domain/shared";
import type { BeslutOutcome, ProcessStepKind, UpptackarkortVag } from "@kompassen/domain/stodprocess";
import { type Draw, drawFor } from "../draw.ts";
import type { ChildStory } from "./child-story.ts";
import { latestWorkday, nextWorkday } from "./workday.ts";

/** A step that somebody wrote down, as it is told; where and in which group follows from the day. */
export interface ToldStep {
  readonly kind: ProcessStepKind;
  readonly detail: string | null;
  readonly occurredOn: LocalDate;
  readonly registeredOn: LocalDate;
}

type Told = Pick<ToldStep, "kind" | "detail" | "occurredOn">;

/** When the teams of the child first met over it; null when they have not. */
export interface FirstMeetings {
  readonly barnteam: LocalDate | null;
}

/**
 * What happened around a child that no compass, signal or meeting tells of: the card and the answer to it, the
 * Barnsamtal and the Beslut, the conversation after the Barnteam, the plan, follow-ups that came late. In the order
 * of the process, and not after yesterday.
 */
export function tellProcess(story: ChildStory, { barnteam }: FirstMeetings, today: LocalDate): ToldStep[] {
  const draw = drawFor(story.key, "process");
  const talkedOn = barnsamtalDay(story, today);
  const told: Told[] = [
    ...tellCards(draw, story, today),
    {
      kind: "barnkontakt_svar",
      detail: null,
      occurredOn: earlier(addDays(story.registeredOn, draw.whole(0, 3)), talkedOn),
    },
    { kind: "barnsamtal", detail: null, occurredOn: talkedOn },
    { kind: "beslut", detail: tellOutcome(draw, story), occurredOn: beslutDay(draw, story, talkedOn) },
  ];
  if (barnteam !== null && draw.chance(0.85)) {
    const occurredOn = nextWorkday(addDays(barnteam, draw.whole(3, 16)));
    told.push({ kind: "uppfoljningssamtal", detail: null, occurredOn });
  }
  if (story.stodsamordnare !== null) {
    const occurredOn = nextWorkday(addDays(story.stodsamordnare.from, draw.whole(5, 20)));
    told.push({ kind: "barnets_plan", detail: null, occurredOn });
  }
  const yesterday = addDays(today, -1);
  const isOver = ({ occurredOn }: Told) =>
    occurredOn > yesterday || (story.closed !== null && occurredOn > story.closed.on);
  return told
    .filter((step) => !isOver(step))
    .map((step) => {
      const writtenOn = latestWorkday(earlier(addDays(step.occurredOn, delay(draw)), yesterday));
      return { ...step, registeredOn: later(writtenOn, step.occurredOn) };
    });
}

/** Five in a hundred are written down weeks after, mostly in another quarter than they happened. */
function delay(draw: Draw): number {
  return draw.chance(0.05) ? draw.whole(20, 80) : draw.whole(0, 3);
}

/** The card that the child was registered from; one in five had one before, which support on the spot did not mend. */
function tellCards(draw: Draw, story: ChildStory, today: LocalDate): Told[] {
  const card = (detail: UpptackarkortVag, day: LocalDate): Told => ({
    kind: "upptackarkort",
    detail,
    occurredOn: later(latestWorkday(day), story.birthDate),
  });
  const cards = [
    card(
      draw.weighted({ aktivera_barnkontakt: 0.94, anmalan_socialtjanst: 0.06 }),
      addDays(story.registeredOn, -draw.whole(0, 6)),
    ),
  ];
  const before = addDays(story.registeredOn, -draw.whole(50, 190));
  if (draw.chance(0.22) && before > story.birthDate) cards.unshift(card("stod_egen_verksamhet", before));
  const again = addDays(story.registeredOn, draw.whole(120, 400));
  if (draw.chance(0.08) && again < today) {
    cards.push(card(draw.weighted({ aktivera_barnkontakt: 0.7, stod_egen_verksamhet: 0.3 }), again));
  }
  return cards;
}

/** The first compass is made in the Barnsamtal, unless the Barnteam had met before it. */
function barnsamtalDay({ rounds, registeredOn, barnteamFrom }: ChildStory, today: LocalDate): LocalDate {
  const first = rounds[0]?.openedOn ?? today;
  return barnteamFrom !== null && barnteamFrom <= first ? nextWorkday(addDays(registeredOn, 4)) : first;
}

function beslutDay(draw: Draw, { barnteamFrom }: ChildStory, talkedOn: LocalDate): LocalDate {
  const decidedOn = nextWorkday(addDays(talkedOn, draw.whole(1, 6)));
  return barnteamFrom === null ? decidedOn : later(earlier(decidedOn, addDays(barnteamFrom, -1)), talkedOn);
}

function tellOutcome(draw: Draw, { barnteamFrom, stodsamordnare }: ChildStory): BeslutOutcome {
  const isCoordinated = draw.chance(0.35) && stodsamordnare !== null;
  if (isCoordinated) return "individuellt_barnteam";
  return barnteamFrom === null ? "stod_egen_verksamhet" : "barnteam";
}

const WEEKS_12 = 84;

/** A follow-up more than sixteen weeks after the one before it had mostly been planned for twelve. */
export function tellMissedDays(story: ChildStory): LocalDate[] {
  const draw = drawFor(story.key, "missed");
  return story.rounds.flatMap(({ openedOn }, round) => {
    const before = story.rounds[round - 1]?.openedOn;
    if (before === undefined) return [];
    const plannedOn = nextWorkday(addDays(before, WEEKS_12));
    return draw.chance(0.7) && addDays(plannedOn, 28) < openedOn ? [plannedOn] : [];
  });
}

function earlier(a: LocalDate, b: LocalDate): LocalDate {
  return a < b ? a : b;
}

function later(a: LocalDate, b: LocalDate): LocalDate {
  return a > b ? a : b;
}
