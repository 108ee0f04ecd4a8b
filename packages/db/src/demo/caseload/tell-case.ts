import { AREAS, type Area } from "@kompassen/domain/behovskompass";
import { addDays, type LocalDate } from "@kompassen/domain/shared";
import { drawFor } from "../draw.ts";
import type { KommunPlan } from "../places/kommun-plan.ts";
import { rowId } from "../row-id.ts";
import type { ChildStory, ScriptedLife } from "../story/child-story.ts";
import type { ChildLevels } from "../story/levels.ts";
import { perArea } from "../story/per-area.ts";
import { tellStays } from "../story/stays.ts";
import type { FamilyStory } from "../story/tell-child.ts";
import { tellConsents } from "../story/tell-consents.ts";
import { tellEvents, tellSupports } from "../story/tell-life.ts";
import { nextDate } from "../story/tell-plan.ts";
import { latestWorkday } from "../story/workday.ts";
import type { CaseScript } from "./case-script.ts";
import { commonLevel } from "./scripted-answers.ts";
import { tellCaseRound } from "./tell-case-round.ts";

const PRESCHOOL_AT_DAYS = 500;

/** The child of a script, with everything around it that the script leaves unsaid. */
export function tellCase(
  plan: KommunPlan,
  script: CaseScript,
  child: {
    readonly number: number;
    readonly givenName: string;
    readonly family: FamilyStory;
    /** By login key. */
    readonly stodsamordnare: string;
  },
  today: LocalDate,
): ChildStory {
  const { number, givenName, family } = child;
  const key = `${plan.code}/child/${number}`;
  const draw = drawFor(key);
  const unit = plan.units.find(({ code }) => code === script.unit);
  if (unit === undefined) throw new RangeError(`no unit ${script.unit}`);
  const birthDate = addDays(today, -Math.round(script.years * 365.25));
  const stays = tellStays(draw, { birthDate, preschoolAtDays: PRESCHOOL_AT_DAYS }, unit, plan, today);
  const days = script.weeksAgo.map((weeks, index) =>
    latestWorkday(addDays(today, -weeks * 7 - 3 + (index % 3))),
  );
  const first = days[0] ?? today;
  const levels = levelsOf(script, key);
  const barnteamFrom = addDays(first, -1);
  const stodsamordnare = { loginKey: child.stodsamordnare, from: addDays(first, 6) };
  const registeredOn = addDays(first, -12);
  const told = { key, givenName, birthDate, stays, guardians: family.guardians.length };
  const followed = {
    key,
    birthDate,
    stays,
    days,
    focus: levels.focus,
    closedOn: null,
    isWell: (area: Area) => (levels.levels[area].at(-1) ?? 0) >= 4,
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
    protectedIdentity: script.protectedIdentity ?? "ingen",
    guardians: family.guardians,
    stays,
    registeredOn,
    nextFollowUpOn: script.nextInDays === null ? null : nextDate(addDays(today, script.nextInDays), today),
    closed: null,
    stodsamordnare,
    barnteamFrom,
    rounds: days.map((day, round) => tellCaseRound(script, told, levels, day, round, today)),
    consents: tellConsents(asked, today, script.consent ?? "given"),
    supports: tellSupports(followed, today),
    events: tellEvents(followed, plan, today),
    signalLives: livesOf(script),
  };
}

/** What the script tells, and what an area without a story is like, as one line of levels. */
function levelsOf(script: CaseScript, key: string): ChildLevels {
  const levels = perArea((area) => script.weeksAgo.map((_, round) => commonLevel(script, key, area, round)));
  return { levels, focus: AREAS.filter((area) => script.areas[area] !== undefined) };
}

function livesOf(script: CaseScript): Map<Area, ScriptedLife> {
  return new Map(
    AREAS.flatMap((area) => {
      const life = script.areas[area]?.life;
      return life === undefined ? [] : [[area, life] as const];
    }),
  );
}
