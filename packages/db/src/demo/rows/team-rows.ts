import { addDays, type LocalDate } from "@kompassen/domain/shared";
import type { KommunRows } from "../../factories/index.ts";
import { drawFor } from "../draw.ts";
import { TEAM_AGE_GROUP, TEAM_NAME } from "../places/kommun-plan.ts";
import { rowId } from "../row-id.ts";
import type { ChildStory } from "../story/child-story.ts";
import { stayOn } from "../story/stays.ts";
import { nextWorkday } from "../story/workday.ts";
import type { KommunContext } from "./kommun-context.ts";

export interface DemoMeeting {
  readonly id: string;
  readonly heldOn: LocalDate;
}

/** The meetings of each team in order of time, by team id. */
export type Meetings = Map<string, readonly DemoMeeting[]>;

export function standingTeamId(unit: string, { plan, begunOn }: KommunContext): string {
  return rowId(begunOn, plan.code, "team", unit);
}

export function individualTeamId(story: ChildStory, from: LocalDate): string {
  return rowId(from, story.key, "team");
}

const WEEKS_BETWEEN = 4;
const YEARS_BACK_IN_DAYS = 1_095;

/** The standing Barnteam of each unit where children are, meeting every fourth week, the next time within a fortnight. */
export function addStandingTeams(rows: KommunRows, context: KommunContext, meetings: Meetings): void {
  const { plan, today, begunOn } = context;
  for (const unit of plan.units) {
    if (unit.children === undefined) continue;
    const { stage } = unit.children;
    const id = standingTeamId(unit.code, context);
    rows.team.push({
      kommunCode: plan.code,
      id,
      kind: "barnteam",
      name: `${TEAM_NAME[stage]}, ${unit.name}`,
      ageGroup: TEAM_AGE_GROUP[stage],
      unitId: context.unitId(unit.code),
      childId: null,
    });
    for (const { loginKey, from, to } of context.barnkontakterAt(unit.code)) {
      addMember(rows, context, id, loginKey, "Barnkontakt, sammankallande", from, to);
    }
    for (const { loginKey, sitsIn } of plan.staff) {
      if (sitsIn?.units.includes(unit.code))
        addMember(rows, context, id, loginKey, sitsIn.part, begunOn, null);
    }
    const next = nextWorkday(addDays(today, drawFor(plan.code, "meeting", unit.code).whole(2, 12)));
    const days: LocalDate[] = [];
    for (let day = addDays(next, WEEKS_BETWEEN * 7); day > addDays(today, -YEARS_BACK_IN_DAYS); ) {
      days.unshift(day);
      day = addDays(day, -WEEKS_BETWEEN * 7);
    }
    meetings.set(id, addMeetings(rows, context, id, days, "13:00", unit.name));
  }
}

/** The team around one child, from the day it got a Stödsamordnare. */
export function addIndividualTeam(
  rows: KommunRows,
  story: ChildStory,
  context: KommunContext,
  meetings: Meetings,
): void {
  if (story.stodsamordnare === null) return;
  const { loginKey, from } = story.stodsamordnare;
  const { plan, today } = context;
  const id = individualTeamId(story, from);
  const unit = stayOn(story.stays, today).unit;
  rows.team.push({
    kommunCode: plan.code,
    id,
    kind: "individuellt_barnteam",
    name: "Individuellt barnteam",
    ageGroup: null,
    unitId: null,
    childId: story.id,
  });
  addMember(rows, context, id, loginKey, "Stödsamordnare, sammankallande", from, null);
  addMember(
    rows,
    context,
    id,
    context.barnkontaktAt(unit, today),
    "Barnkontakt",
    laterOf(from, context),
    null,
  );
  const draw = drawFor(story.key, "individual team");
  const helpers = plan.staff.filter(
    ({ roles, loginKey: key }) => roles.includes("samtalsledare") && !key.includes("samtalsledare"),
  );
  for (const helper of draw.shuffled(helpers).slice(0, 2)) {
    addMember(rows, context, id, helper.loginKey, helper.title, from, null);
  }
  const days = individualDays(story, from, today);
  meetings.set(
    id,
    addMeetings(rows, context, id, days, draw.pick(["09:00", "10:30", "14:30"]), "Familjens val av plats"),
  );
}

/** From the first meeting on, six to ten weeks apart; most have the next one within a fortnight. */
function individualDays(story: ChildStory, from: LocalDate, today: LocalDate): LocalDate[] {
  const draw = drawFor(story.key, "individual meetings");
  const lives = new Set(story.signalLives.values());
  const days = new Set<LocalDate>();
  for (let day = from; day < addDays(today, -20); day = addDays(day, draw.whole(42, 70)))
    days.add(nextWorkday(day));
  const hasJustMet = lives.has("passed_by") || lives.has("decided_action") || lives.has("decided_no_action");
  if (hasJustMet || draw.chance(0.3)) days.add(nextWorkday(addDays(today, -8)));
  if (lives.size > 0 || draw.chance(0.85)) days.add(nextWorkday(addDays(today, draw.whole(2, 12))));
  return [...days];
}

function laterOf(day: LocalDate, { begunOn }: KommunContext): LocalDate {
  return day > begunOn ? day : begunOn;
}

function addMember(
  rows: KommunRows,
  context: KommunContext,
  teamId: string,
  loginKey: string,
  part: string,
  validFrom: LocalDate,
  validTo: LocalDate | null,
): void {
  const personId = context.personId(loginKey);
  rows.teamMember.push({ kommunCode: context.plan.code, teamId, personId, part, validFrom, validTo });
}

function addMeetings(
  rows: KommunRows,
  { plan, today }: KommunContext,
  teamId: string,
  days: readonly LocalDate[],
  startsAt: string,
  place: string,
): DemoMeeting[] {
  return days.map((heldOn) => {
    const id = rowId(heldOn, plan.code, "meeting", teamId, heldOn);
    const state = heldOn < today ? "held" : "planned";
    rows.meeting.push({ kommunCode: plan.code, id, teamId, heldOn, startsAt, place, state });
    return { id, heldOn };
  });
}
