import type { TestDatabase } from "@kompassen/db/testing";
import { addDays, type LocalDate } from "@kompassen/domain/shared";
import type { z } from "zod";
import { silentLog } from "../log/index.ts";
import { toWire } from "../procedure/index.ts";
import type { ArrangedSet } from "./arranged-child.ts";
import { foreignChanges, watchForeignChanges } from "./foreign-changes.ts";
import type { MatrixRouter } from "./matrix-router.ts";
import { type Draw, type Pools, randomInput } from "./random-input.ts";
import {
  type Cell,
  CONSENTS,
  isSignedIn,
  PROTECTIONS,
  RELATIONS,
  type Relation,
  seatOf,
} from "./relations.ts";
import { type RolledBackDatabase, rollBack } from "./rolled-back-database.ts";
import { seededRandom } from "./seeded-random.ts";

interface Leak {
  readonly procedure: string;
  readonly role: string | null;
  readonly relation: Relation;
  readonly what: string;
}

export interface FuzzResult {
  readonly inputs: number;
  readonly answered: number;
  readonly seconds: number;
  readonly leaks: readonly Leak[];
  /** Answers by procedure: a procedure that never answers has not been tried. */
  readonly answers: ReadonlyMap<string, number>;
}

interface Fuzz {
  readonly router: MatrixRouter;
  readonly database: TestDatabase;
  readonly sets: ReadonlyMap<ArrangedSet["role"], ArrangedSet>;
  readonly now: Date;
  readonly today: LocalDate;
}

const WORKERS = 6;

/** Half of the calls come from somebody who has a seat at the children of the set: they get furthest. */
const SEATS: readonly Relation[] = [
  "barnkontakt_now",
  "stodsamordnare_now",
  "samtalsledare_now",
  "barnteam_meeting_near",
  "individuellt_barnteam",
  "emergency_running",
];

/**
 * Draws inputs for every procedure in turn, asks as somebody drawn, and looks in each answer for anything of a child
 * that this person does not stand to. A change of such a child's rows is caught where it happens.
 */
export async function fuzzProcedures(fuzz: Fuzz, inputs: number, seed: number): Promise<FuzzResult> {
  const startedAt = performance.now();
  await watchForeignChanges(fuzz.database.admin, reachOf(fuzz.sets));
  const leaks: Leak[] = [];
  const answers = new Map<string, number>();
  const paths = [...fuzz.router.procedures.keys()];
  let next = 0;
  const work = async (worker: number) => {
    const draw = drawFrom(seededRandom(seed + worker));
    const databases = { app: rollBack(fuzz.database.app), family: rollBack(fuzz.database.family) };
    for (let turn = next++; turn < inputs; turn = next++) {
      const procedure = paths[turn % paths.length] ?? "";
      const { leak, isAnswered } = await askOnce(fuzz, databases, procedure, draw);
      if (isAnswered) answers.set(procedure, (answers.get(procedure) ?? 0) + 1);
      if (leak !== null) leaks.push(leak);
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, (_, worker) => work(worker)));
  const answered = [...answers.values()].reduce((sum, count) => sum + count, 0);
  return { inputs, answered, seconds: (performance.now() - startedAt) / 1000, leaks, answers };
}

async function askOnce(
  { router, sets, database, now, today }: Fuzz,
  databases: Readonly<Record<"app" | "family", RolledBackDatabase>>,
  procedure: string,
  draw: Draw,
): Promise<{ leak: Leak | null; isAnswered: boolean }> {
  const set = draw.oneOf([...sets.values()]);
  const relation = draw.oneOf(draw.below(2) === 0 ? SEATS : RELATIONS);
  const input = mergeInputs(router.procedure(procedure).inputs, draw, poolsOf(sets, set, today, draw));
  const isInside = isSignedIn({ procedure, role: set.role, relation, consent: "given", protection: "ingen" });
  const kommunCode = relation === "other_kommun" ? set.otherKommunCode : set.kommunCode;
  const personId = set.person(relation);
  const roles = set.role === null ? [] : [set.role];
  const context = {
    database: databases.app,
    statistics: database.statistics,
    family: databases.family,
    log: silentLog,
    signedIn: isInside
      ? { kommunCode, personId, name: "Solumi Granverle", title: "Kurator", roles, steppedUpAt: now }
      : null,
    guardian: relation === "guardian_account" ? { kommunCode, accountId: personId } : null,
    now,
    today,
  };
  const leak = (what: string): Leak => ({ procedure, role: set.role, relation, what });
  try {
    const answer = JSON.stringify(toWire(await router.procedure(procedure).run(context, input))) ?? "";
    const found = foreignIn(answer, input, reachable(set, relation));
    const isOpened = procedure === "emergencyAccess.open";
    return { leak: found === null || isOpened ? null : leak(`told of ${found}`), isAnswered: true };
  } catch (error) {
    const change = foreignChanges(error);
    return { leak: change === null ? null : leak(change), isAnswered: false };
  }
}

/** The digits of every child of which anything stands in the answer beside what was sent. */
function foreignIn(answer: string, input: unknown, mine: ReadonlySet<string>): string | null {
  const sent = new Set((JSON.stringify(input) ?? "").toLowerCase().match(/c0de[0-9a-f]{4}/g));
  const told = answer.toLowerCase().match(/c0de[0-9a-f]{4}/g) ?? [];
  return told.find((digits) => !mine.has(digits) && !sent.has(digits)) ?? null;
}

function reachable(set: ArrangedSet, relation: Relation): ReadonlySet<string> {
  const base = { procedure: "", role: set.role, relation };
  // An access that is over, or stands on a child protected since, is still one's own to see in a list.
  const isMine = (cell: Cell) =>
    seatOf(cell) !== null || relation === "guardian_account" || relation.startsWith("emergency");
  const own = CONSENTS.flatMap((consent) =>
    PROTECTIONS.flatMap((protection) =>
      isMine({ ...base, consent, protection }) ? [set.child(consent, protection).prefix] : [],
    ),
  );
  if (isMine({ ...base, consent: "given", protection: "ingen", isClosed: true })) own.push(set.closed.prefix);
  return new Set(relation === "responsible_for_another" ? [...own, set.another.prefix] : own);
}

function reachOf(sets: Fuzz["sets"]): { actor: string; prefix: string }[] {
  return [...sets.values()].flatMap((set) =>
    RELATIONS.flatMap((relation) =>
      [...reachable(set, relation)].map((prefix) => ({ actor: set.person(relation), prefix })),
    ),
  );
}

function mergeInputs(schemas: readonly z.core.$ZodType[], draw: Draw, pools: Pools): unknown {
  const drawn = schemas.map((schema) => randomInput(schema, draw, pools));
  const objects = drawn.filter((one) => typeof one === "object" && one !== null && !Array.isArray(one));
  return drawn.length === objects.length && drawn.length > 0 ? Object.assign({}, ...objects) : drawn[0];
}

function poolsOf(sets: Fuzz["sets"], own: ArrangedSet, today: LocalDate, draw: Draw): Pools {
  const set = draw.below(4) === 0 ? draw.oneOf([...sets.values()]) : own;
  const isOpen = draw.below(2) === 0;
  const isClosed = draw.below(8) === 0;
  const followed = isOpen
    ? set.child("given", "ingen")
    : set.child(draw.oneOf(CONSENTS), draw.oneOf(PROTECTIONS));
  const child = isClosed ? set.closed : followed;
  const stranger = draw.oneOf([...sets.values()]).another;
  const ids = [child, stranger]
    .flatMap((one) => Object.values(one))
    .filter((text) => /^c0de.{32}$/.test(text));
  const draftId = draw.oneOf([child.jointDraftId, child.ownDraftId]);
  const named = new Map<string, string>([
    ...Object.entries(child).filter(([key]) => key.endsWith("Id")),
    ["childId", child.id],
    ["draftId", draftId],
    ["accessId", child.emergencyId],
    ["relationId", child.talksId],
    ["personId", set.person(draw.oneOf(RELATIONS))],
  ]);
  return {
    ids: [...ids, set.person(draw.oneOf(RELATIONS)), set.unitId, `dddd${crypto.randomUUID().slice(4)}`],
    idNamed: (key) => named.get(key),
    words: [
      child.name,
      stranger.name,
      child.caseNumber,
      stranger.marker,
      "%",
      "_",
      "'; --",
      "Må bra",
      "1",
      "fritid",
      "",
    ],
    days: [-400, -10, -2, 0, 5, 90].map((days) => addDays(today, days)),
  };
}

function drawFrom(random: () => number): Draw {
  const below = (count: number) => Math.floor(random() * count);
  return {
    below,
    oneOf: <Value>(values: readonly Value[]) => {
      if (values.length === 0) throw new RangeError("nothing to draw from");
      return values[below(values.length)] as Value;
    },
  };
}
