import { createHash } from "node:crypto";
import type { UnitKind } from "@kompassen/domain/people";
import { addDays, compareText, type LocalDate, localDate } from "@kompassen/domain/shared";
import { ageGroupAtEvent, closingStep, type ProcessStepKind } from "@kompassen/domain/stodprocess";
import type { KommunRows } from "../../factories/index.ts";
import { drawFor } from "../draw.ts";
import { rowId } from "../row-id.ts";
import type { ChildStory } from "../story/child-story.ts";
import { stayOn } from "../story/stays.ts";
import { tellMissedDays, tellProcess } from "../story/tell-process.ts";
import { compassId } from "./child-rows.ts";
import type { KommunContext } from "./kommun-context.ts";

type StepRow = KommunRows["processStep"][number];

/** A step before it is known where and in which group it counts. */
interface Event {
  readonly kind: ProcessStepKind;
  readonly id: string;
  readonly detail?: string | null;
  readonly occurredOn: LocalDate;
  readonly registeredOn: LocalDate;
  /** Of steps that came in a file. */
  readonly sourceKey?: string;
}

interface HeldMeeting {
  readonly id: string;
  readonly kind: "barnteam" | "individuellt_barnteam";
  readonly heldOn: LocalDate;
}

/** The steps of every child: those its rounds, signals, meetings and closing are, and those that a file tells. */
export function addSteps(rows: KommunRows, children: readonly ChildStory[], context: KommunContext): void {
  const signals = Map.groupBy(rows.signal, ({ childId }) => childId);
  const meetings = heldMeetings(rows);
  const units = new Map(rows.unit.map(({ code, id, kind }) => [code, { id, kind }]));
  const agendas = Map.groupBy(rows.agendaItem, ({ childId }) => childId);
  for (const story of children) {
    const met = (agendas.get(story.id) ?? [])
      .flatMap(({ meetingId }) => meetings.get(meetingId) ?? [])
      .toSorted((a, b) => compareText(a.heldOn, b.heldOn));
    const events = [
      ...roundEvents(story),
      ...signalEvents(signals.get(story.id) ?? []),
      ...meetingEvents(story, met),
      ...closingEvents(story),
      ...overdueEvents(story, context),
      ...toldEvents(story, met, context),
    ];
    for (const event of events) rows.processStep.push(toRow(story, event, units));
  }
}

interface Unit {
  readonly id: string;
  readonly kind: UnitKind;
}

function toRow(story: ChildStory, event: Event, units: ReadonlyMap<string, Unit>): StepRow {
  const { unit: code } = stayOn(story.stays, event.occurredOn);
  const unit = units.get(code);
  if (unit === undefined) throw new RangeError(`no unit ${code}`);
  const { kind, id, detail = null, occurredOn, registeredOn, sourceKey = null } = event;
  return {
    kommunCode: story.kommunCode,
    childId: story.id,
    kind,
    id,
    detail,
    unitId: story.protectedIdentity === "ingen" ? unit.id : null,
    ageGroup: ageGroupAtEvent(story.birthDate, unit.kind, occurredOn),
    registeredOn,
    occurredOn,
    source: sourceKey === null ? "app" : "import",
    sourceKey,
  };
}

function roundEvents(story: ChildStory): Event[] {
  return story.rounds.flatMap(({ assessments }, round): Event[] => {
    const [first] = assessments.toSorted(
      (a, b) => compareText(a.registeredOn, b.registeredOn) || compareText(a.assessedOn, b.assessedOn),
    );
    if (first === undefined) return [];
    const { assessedOn: occurredOn, registeredOn } = first;
    const kind = round === 0 ? "behovskompass" : "uppfoljning";
    return [{ kind, id: compassId(story, round), occurredOn, registeredOn }];
  });
}

function signalEvents(signals: readonly KommunRows["signal"][number][]): Event[] {
  return signals.flatMap(({ id, raisedAt, decidedOn }): Event[] => {
    if (!(raisedAt instanceof Date)) throw new TypeError("a signal without its day");
    const raisedOn = localDate(raisedAt.toISOString().slice(0, "yyyy-mm-dd".length));
    const raised = { kind: "signal_raised", id, occurredOn: raisedOn, registeredOn: raisedOn } as const;
    if (decidedOn === null || decidedOn === undefined) return [raised];
    const on = localDate(decidedOn);
    return [raised, { kind: "signal_decided", id, occurredOn: on, registeredOn: on }];
  });
}

function heldMeetings(rows: KommunRows): Map<string, HeldMeeting> {
  const kinds = new Map(rows.team.map(({ id, kind }) => [id, kind]));
  return new Map(
    rows.meeting.flatMap(({ id, teamId, heldOn, state }) => {
      const kind = kinds.get(teamId);
      if (state !== "held" || kind === undefined) return [];
      return [[id, { id, kind, heldOn: localDate(heldOn) }] as const];
    }),
  );
}

/** A meeting is marked as held within days. Who decided on the Individuella barnteamet stands at its first. */
function meetingEvents(story: ChildStory, met: readonly HeldMeeting[]): Event[] {
  const draw = drawFor(story.key, "met");
  const firstOwn = met.find(({ kind }) => kind === "individuellt_barnteam");
  return met.map(({ id, kind, heldOn }) => ({
    kind,
    id,
    detail: id === firstOwn?.id ? draw.pick(["beslut", "barnteam", "uppfoljningssamtal"]) : null,
    occurredOn: heldOn,
    registeredOn: heldOn,
  }));
}

function closingEvents({ closed, key }: ChildStory): Event[] {
  if (closed === null) return [];
  const id = rowId(closed.on, key, "closing");
  return [{ ...closingStep(closed.reason), id, occurredOn: closed.on, registeredOn: closed.on }];
}

const EARLY_WITHIN_DAYS = 28;

/** As the job that runs every day keeps them: once for each planned day that passed without a follow-up. */
function overdueEvents(story: ChildStory, { today }: KommunContext): Event[] {
  const { nextFollowUpOn: next, closed, rounds } = story;
  const isHeld = (day: LocalDate) =>
    rounds.some(({ assessments }) =>
      assessments.some(
        ({ assessedOn }) => assessedOn <= day && assessedOn >= addDays(day, -EARLY_WITHIN_DAYS),
      ),
    );
  const passed = [
    ...tellMissedDays(story),
    ...(next !== null && next < today && closed === null ? [next] : []),
  ];
  return passed
    .filter((day) => !isHeld(day))
    .map((day) => {
      const on = addDays(day, 1);
      return { kind: "uppfoljning_forsenad", id: overdueId(story.id, day), occurredOn: on, registeredOn: on };
    });
}

/** The same as the job gives it, so that the job finds it there. */
function overdueId(childId: string, day: LocalDate): string {
  const digest = createHash("md5").update(`${childId}${day}`).digest("hex");
  return digest.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** Not every place writes everything down: some began late, and one area hardly uses the card yet. */
function toldEvents(story: ChildStory, met: readonly HeldMeeting[], context: KommunContext): Event[] {
  const { plan, today } = context;
  const barnteam = met.find(({ kind }) => kind === "barnteam")?.heldOn ?? null;
  const share = drawFor(story.key, "written down").real(0, 1);
  return tellProcess(story, { barnteam }, today).flatMap((step, index): Event[] => {
    const unit = plan.units.find(({ code }) => code === stayOn(story.stays, step.occurredOn).unit);
    const omrade = plan.omraden.find(({ key }) => key === unit?.omrade);
    const begunOn = addDays(today, -(unit?.writesStepsSinceDaysAgo ?? EVER));
    if (step.registeredOn < begunOn || share > (omrade?.writesStepsOf ?? 1)) return [];
    const sourceKey = `${story.number}-${index + 1}`;
    return [{ ...step, id: rowId(step.registeredOn, story.key, "step", index), sourceKey }];
  });
}

const EVER = 10_000;
