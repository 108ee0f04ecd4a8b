import type { ClosingReason, ProtectedIdentity } from "@kompassen/domain/people";
import { addDays, daysBetween, type LocalDate } from "@kompassen/domain/shared";
import { type Draw, drawFor } from "../draw.ts";
import { inventGivenName } from "../names/invented-name.ts";
import type { KommunPlan, Stage, UnitPlan } from "../places/kommun-plan.ts";
import { rowId } from "../row-id.ts";
import { yearsOld } from "./age.ts";
import type { ChildStory, GuardianStory } from "./child-story.ts";
import { type ChildLevels, tellLevels } from "./levels.ts";
import { stageOn, tellStays } from "./stays.ts";
import { tellConsents } from "./tell-consents.ts";
import { tellConversations } from "./tell-conversations.ts";
import { tellEvents, tellSupports } from "./tell-life.ts";
import { tellPlan } from "./tell-plan.ts";
import { tellRounds } from "./tell-rounds.ts";
import { tellRoundDays } from "./timeline.ts";

export interface FamilyStory {
  readonly familyName: string;
  readonly guardians: readonly GuardianStory[];
}

/** A child at a unit, told from its place, its family and its number alone. */
export function tellChild(
  plan: KommunPlan,
  unit: UnitPlan,
  number: number,
  family: FamilyStory,
  today: LocalDate,
): ChildStory {
  const key = `${plan.code}/child/${number}`;
  const draw = drawFor(key);
  const { birthDate, preschoolAtDays } = tellBirth(draw, unit, today);
  const stays = tellStays(draw, { birthDate, preschoolAtDays }, unit, plan, today);
  const course = tellPlan(draw, yearsOld(birthDate, today), today);
  const earliestRound = laterOf(addDays(birthDate, 30), addDays(today, -1_095));
  const days = tellRoundDays(
    draw,
    draw.whole(2, 9),
    laterOf(course.latestRoundOn, addDays(birthDate, 60)),
    earliestRound,
  );
  const first = days[0] ?? today;
  const levels = tellLevels(draw, days.length);
  const barnteamFrom = draw.chance(0.5) ? addDays(first, draw.whole(8, 25)) : null;
  const stodsamordnare =
    course.closed === null && barnteamFrom !== null ? coordinatorFor(draw, plan, unit, days, today) : null;
  const givenName = inventGivenName(draw);
  const rated = {
    key,
    givenName,
    birthDate,
    guardians: family.guardians.length,
    stays,
    barnteamFrom,
    stodsamordnareFrom: stodsamordnare?.from ?? null,
  };
  const registeredOn = laterOf(birthDate, addDays(first, -draw.whole(3, 20)));
  const followed = {
    key,
    birthDate,
    focus: levels.focus,
    days,
    closedOn: course.closed?.on ?? null,
    isWell: (area: (typeof levels.focus)[number]) => (levels.levels[area].at(-1) ?? 0) >= 3.8,
    stays,
  };
  const asked = { key, birthDate, registeredOn, barnteamFrom, stodsamordnare, guardians: family.guardians };
  return {
    kommunCode: plan.code,
    id: rowId(registeredOn, key),
    key,
    number,
    givenName,
    familyName: family.familyName,
    birthDate,
    protectedIdentity: tellProtection(draw),
    guardians: family.guardians,
    stays,
    registeredOn,
    nextFollowUpOn: course.nextFollowUpOn,
    closed:
      course.closed === null
        ? null
        : {
            on: course.closed.on,
            reason: closingReason(draw, levels, yearsOld(birthDate, course.closed.on)),
          },
    stodsamordnare,
    barnteamFrom,
    rounds: tellConversations(rated, tellRounds(rated, days, levels.levels, today), levels, today),
    consents: tellConsents(asked, today),
    supports: tellSupports(followed, today),
    events: tellEvents(followed, plan, today),
    signalLives: new Map(),
  };
}

/** A birth date that puts the child at this unit today; a few have left the ninth grade and stay on its list. */
function tellBirth(
  draw: Draw,
  unit: UnitPlan,
  today: LocalDate,
): { readonly birthDate: LocalDate; readonly preschoolAtDays: number } {
  const preschoolAtDays = draw.whole(420, 580);
  const stage = unit.children?.stage ?? "lagstadium";
  const [youngest, oldest] = AGES[stage];
  for (;;) {
    const years = draw.real(youngest, stage === "hogstadium" && draw.chance(0.05) ? OLDEST : oldest);
    const birthDate = addDays(today, -Math.round(years * 365.25));
    if (stageOn(today, birthDate, preschoolAtDays) === stage) return { birthDate, preschoolAtDays };
  }
}

/** Years between which a child of the stage may be, whatever the time of year. */
const AGES: Record<Stage, readonly [number, number]> = {
  bvc: [0.28, 1.6],
  forskola: [1.15, 6.7],
  lagstadium: [5.6, 13.7],
  hogstadium: [12.6, 16.4],
};

const OLDEST = 17.8;

/** Every eighth child of a Barnteam has a Stödsamordnare by now; the first and the third in the list are kept free. */
function coordinatorFor(
  draw: Draw,
  plan: KommunPlan,
  unit: UnitPlan,
  days: readonly LocalDate[],
  today: LocalDate,
): ChildStory["stodsamordnare"] {
  const free = plan.staff.filter(
    ({ roles, loginKey }) => roles.includes("stodsamordnare") && !KEPT_FREE.has(loginKey),
  );
  const start = days[1];
  if (free.length === 0 || start === undefined || unit.children?.stage === "bvc" || !draw.chance(0.17))
    return null;
  const from = addDays(start, 14);
  const second = free.find(({ loginKey }) => loginKey === "demo:stodsamordnare-2");
  const chosen = second !== undefined && draw.chance(0.2) ? second : draw.pick(free);
  return from < today ? { loginKey: chosen.loginKey, from } : null;
}

/** One has a caseload of its own making, one has none yet. */
const KEPT_FREE = new Set(["demo:stodsamordnare-1", "demo:stodsamordnare-3"]);

function tellProtection(draw: Draw): ProtectedIdentity {
  return draw.weighted({ ingen: 0.986, sekretessmarkering: 0.01, skyddad_folkbokforing: 0.004 });
}

const LEAVES_SCHOOL_AT = 16.3;

function closingReason(draw: Draw, { levels, focus }: ChildLevels, years: number): ClosingReason {
  if (years > LEAVES_SCHOOL_AT) return "alder";
  const isWell = focus.every((area) => (levels[area].at(-1) ?? 0) >= 3.4);
  return isWell
    ? draw.weighted({ behov_uppfyllt: 0.9, flytt: 0.1 })
    : draw.weighted({ flytt: 0.4, avbojt: 0.25, samtycke_aterkallat: 0.15, annat: 0.2 });
}

function laterOf(a: LocalDate, b: LocalDate): LocalDate {
  return daysBetween(a, b) > 0 ? b : a;
}
