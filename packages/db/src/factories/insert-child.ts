import { randomUUID } from "node:crypto";
import {
  type Answer,
  AREAS,
  type Area,
  answerLayout,
  type Instrument,
  PLACEHOLDER_INSTRUMENTS,
  packAnswers,
  VALUES,
} from "@kompassen/domain/behovskompass";
import { addDays, type LocalDate } from "@kompassen/domain/shared";
import { LONG_AGO, type TestKommun } from "./a-kommun.ts";
import type { ChildSpec, OwnRatings, TestChild } from "./child-spec.ts";
import { insertRows } from "./insert-rows.ts";
import { emptyRows, type KommunRows } from "./kommun-rows.ts";

const WEEKS_BETWEEN = 12;
const STEADY = 4;

/** Writes the child of a builder, with its guardians, relations, consents and rounds, past every lock. */
export async function insertChild(kommun: TestKommun, spec: ChildSpec): Promise<TestChild> {
  const { kommunCode, today, admin, unitId } = kommun;
  const rows = emptyRows();
  const id = randomUUID();
  const guardianIds = Array.from({ length: spec.guardians }, () => randomUUID());
  rows.child.push({
    kommunCode,
    id,
    caseNumber: id.slice(0, 7).toUpperCase(),
    givenName: "Tuvarle",
    familyName: "Björkverle",
    birthDate: spec.birthDate,
    protectedIdentity: spec.protectedIdentity,
    unitId,
    registeredOn: spec.birthDate,
    nextFollowUpOn: spec.nextFollowUpOn,
    closedOn: spec.closed?.on ?? null,
    closingReason: spec.closed?.reason ?? null,
  });
  rows.placement.push({
    kommunCode,
    id: randomUUID(),
    childId: id,
    unitId,
    validFrom: spec.birthDate,
    validTo: null,
  });
  guardianIds.forEach((guardianId, index) => {
    const ordinal = index + 1;
    rows.guardian.push({
      kommunCode,
      id: guardianId,
      childId: id,
      ordinal,
      name: `Vuxen ${ordinal}`,
      relation: "mamma",
    });
  });
  for (const { personId, kind } of spec.followers) {
    const relationId = randomUUID();
    rows.childRelation.push({
      kommunCode,
      id: relationId,
      childId: id,
      personId,
      kind,
      validFrom: LONG_AGO,
      validTo: null,
    });
  }
  addConsents(rows, kommun, spec, id, guardianIds);
  const compassIds = addOwnRounds(rows, kommun, spec.ownRatings, id, today);
  await insertRows(admin, rows);
  return { id, guardianIds, compassIds };
}

function addConsents(
  rows: KommunRows,
  { kommunCode, today }: TestKommun,
  { consents, followers }: ChildSpec,
  childId: string,
  guardianIds: readonly string[],
): void {
  const [recorder] = followers;
  if (consents.length === 0) return;
  if (recorder === undefined) throw new RangeError("a consent is recorded by whoever follows the child");
  for (const step of consents) {
    for (const guardianId of guardianIds) {
      rows.consent.push({
        kommunCode,
        id: randomUUID(),
        childId,
        guardianId,
        step,
        state: "given",
        decidedOn: addDays(today, -30),
        validTo: null,
        paperLocation: step === "muntligt" ? null : "Pärm 1",
        recordedBy: recorder.personId,
      });
    }
  }
}

function addOwnRounds(
  rows: KommunRows,
  { kommunCode }: TestKommun,
  ratings: OwnRatings,
  childId: string,
  today: LocalDate,
): string[] {
  const rounds = Math.max(0, ...Object.values(ratings).map((values) => values.length));
  return Array.from({ length: rounds }, (_, round) => {
    const compassId = randomUUID();
    const day = addDays(today, -7 - (rounds - 1 - round) * WEEKS_BETWEEN * 7);
    const kind = round === 0 ? "first" : "follow_up";
    rows.compass.push({ kommunCode, id: compassId, childId, kind, openedOn: day });
    const packed = packOwn((area) => ratings[area]?.[round] ?? STEADY);
    rows.assessment.push({
      kommunCode,
      childId,
      id: randomUUID(),
      compassId,
      raterKind: "barn",
      rater: "barn",
      versionNumber: SAMTALSUNDERLAG.number,
      assessedOn: day,
      registeredOn: day,
      areaSums: [...packed.sums],
      areaCounts: [...packed.counts],
      answers: packed.answers,
      uninfluenced: true,
    });
    return compassId;
  });
}

const SAMTALSUNDERLAG = numbered("samtalsunderlag");

function packOwn(answerIn: (area: Area) => number) {
  const ratings = AREAS.map((area) => [area, { kind: "single", answer: toAnswer(answerIn(area)) }] as const);
  return packAnswers(answerLayout(SAMTALSUNDERLAG.instrument), new Map(ratings));
}

function toAnswer(value: number): Answer {
  const answer = VALUES.find((known) => known === value);
  if (answer === undefined) throw new RangeError(`not on the scale: ${value}`);
  return answer;
}

function numbered(id: Instrument["id"]): { readonly number: number; readonly instrument: Instrument } {
  const index = PLACEHOLDER_INSTRUMENTS.findIndex((instrument) => instrument.id === id);
  const instrument = PLACEHOLDER_INSTRUMENTS[index];
  if (instrument === undefined) throw new RangeError(`no placeholder for ${id}`);
  return { number: index + 1, instrument };
}
