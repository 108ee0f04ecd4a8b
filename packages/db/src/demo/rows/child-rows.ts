import { caseNumberOf } from "@kompassen/domain/people";
import { addDays, type LocalDate } from "@kompassen/domain/shared";
import type { KommunRows } from "../../factories/index.ts";
import { rowId } from "../row-id.ts";
import type { ChildStory } from "../story/child-story.ts";
import { stayOn } from "../story/stays.ts";
import { instantOn, type KommunContext } from "./kommun-context.ts";

export function guardianId(story: ChildStory, ordinal: number): string {
  return rowId(story.registeredOn, story.key, "guardian", ordinal);
}

export function compassId(story: ChildStory, round: number): string {
  const openedOn = story.rounds[round]?.openedOn;
  if (openedOn === undefined) throw new RangeError(`no round ${round}`);
  return rowId(openedOn, story.key, "compass", round);
}

/** Who is responsible for the child on a day, by login key: the Stödsamordnare while there is one. */
export function responsibleOn(story: ChildStory, day: LocalDate, context: KommunContext): string {
  const { stodsamordnare } = story;
  if (stodsamordnare !== null && stodsamordnare.from <= day) return stodsamordnare.loginKey;
  return context.barnkontaktAt(stayOn(story.stays, day).unit, day);
}

/** The child itself, its guardians, where it has been, what is put in for it and what has happened. */
export function addChild(rows: KommunRows, story: ChildStory, context: KommunContext): void {
  const { kommunCode } = story;
  const { id } = story;
  rows.child.push({
    kommunCode,
    id,
    caseNumber: caseNumberOf(story.id),
    givenName: story.givenName,
    familyName: story.familyName,
    birthDate: story.birthDate,
    protectedIdentity: story.protectedIdentity,
    unitId: context.unitId(lastOf(story.stays).unit),
    registeredOn: story.registeredOn,
    nextFollowUpOn: story.nextFollowUpOn,
    closedOn: story.closed?.on ?? null,
    closingReason: story.closed?.reason ?? null,
  });
  for (const { ordinal, name, relation } of story.guardians) {
    rows.guardian.push({ kommunCode, id: guardianId(story, ordinal), childId: id, ordinal, name, relation });
  }
  story.stays.forEach(({ unit, from, to }, index) => {
    const stayId = rowId(from, story.key, "placement", index);
    rows.placement.push({
      kommunCode,
      id: stayId,
      childId: id,
      unitId: context.unitId(unit),
      validFrom: from,
      validTo: to,
    });
  });
  story.supports.forEach((support, index) => {
    const supportId = rowId(support.startsOn, story.key, "support", index);
    rows.support.push({ kommunCode, id: supportId, childId: id, ...support });
  });
  story.events.forEach((event, index) => {
    const eventId = rowId(event.happenedOn, story.key, "event", index);
    rows.lifeEvent.push({ kommunCode, id: eventId, childId: id, ...event });
  });
}

/** What everybody answered when asked; what was withdrawn later goes in after the meetings it still covered. */
export function addConsents(rows: KommunRows, story: ChildStory, context: KommunContext): void {
  story.consents.forEach((consent, index) => {
    const { guardian, step, state, decidedOn, validTo, paperLocation } = consent;
    const table = state === "withdrawn" ? rows.consentWithdrawn : rows.consent;
    table.push({
      kommunCode: story.kommunCode,
      id: rowId(decidedOn, story.key, "consent", index),
      childId: story.id,
      guardianId: guardian === null ? null : guardianId(story, guardian),
      step,
      state,
      decidedOn,
      validTo,
      paperLocation,
      recordedBy: context.personId(responsibleOn(story, laterOf(decidedOn, story.registeredOn), context)),
      recordedAt: instantOn(decidedOn, 13),
    });
  });
}

/** Exactly one Barnkontakt at a time: over from unit to unit, and from person to person at a unit. */
export function addRelations(rows: KommunRows, story: ChildStory, context: KommunContext): void {
  const lastDay = story.closed?.on ?? null;
  const contacts = story.stays.flatMap(({ unit, from, to }) =>
    context.barnkontakterAt(unit).flatMap((tenure) => {
      const start = [from, tenure.from, story.registeredOn].reduce(laterOf);
      const end = [to, tenure.to, lastDay].reduce(earlierEnd, null);
      return end !== null && end < start ? [] : [{ loginKey: tenure.loginKey, from: start, to: end }];
    }),
  );
  const add = (
    kind: "barnkontakt" | "stodsamordnare" | "samtalsledare",
    of: { loginKey: string; from: LocalDate; to: LocalDate | null },
  ) => {
    rows.childRelation.push({
      kommunCode: story.kommunCode,
      id: rowId(of.from, story.key, kind, of.from),
      childId: story.id,
      personId: context.personId(of.loginKey),
      kind,
      validFrom: of.from,
      validTo: of.to,
    });
  };
  for (const contact of contacts) add("barnkontakt", contact);
  if (story.stodsamordnare !== null) add("stodsamordnare", { ...story.stodsamordnare, to: lastDay });
  if (isToTalkSoon(story, context)) {
    const loginKey = "demo:samtalsledare-1";
    add("samtalsledare", { loginKey, from: addDays(context.today, -8), to: addDays(context.today, 21) });
  }
}

/** The school's kurator is asked to hold some of the conversations that are due. */
function isToTalkSoon(story: ChildStory, { today, plan }: KommunContext): boolean {
  const isThere = plan.staff.some(({ loginKey }) => loginKey === "demo:samtalsledare-1");
  const next = story.nextFollowUpOn;
  const isDue = next !== null && next >= today && next <= addDays(today, 10);
  return isThere && isDue && lastOf(story.stays).unit === "SKO2" && story.registeredOn < addDays(today, -8);
}

function lastOf<T>(list: readonly T[]): T {
  const last = list.at(-1);
  if (last === undefined) throw new RangeError("an empty list has no last");
  return last;
}

function laterOf(a: LocalDate, b: LocalDate): LocalDate {
  return a > b ? a : b;
}

function earlierEnd(a: LocalDate | null, b: LocalDate | null): LocalDate | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
