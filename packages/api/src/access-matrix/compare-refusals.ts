import type { TestDatabase } from "@kompassen/db/testing";
import type { LocalDate } from "@kompassen/domain/shared";
import type { Context } from "../context/index.ts";
import { silentLog } from "../log/index.ts";
import type { ArrangedSet } from "./arranged-child.ts";
import { kolmogorovSmirnov, median } from "./kolmogorov-smirnov.ts";
import { isRelation, type Relation } from "./relations.ts";
import { seededRandom } from "./seeded-random.ts";
import { serveTrpc } from "./serve-trpc.ts";

interface Refused {
  readonly kind: string;
  readonly procedure: string;
  readonly relation: Relation;
  readonly protection: "ingen" | "sekretessmarkering";
}

/** Ways of being refused a child that is there; each is held against a child that does not exist. */
const REFUSED: readonly Refused[] = [
  { kind: "a stranger", procedure: "people.getChild", relation: "none", protection: "ingen" },
  {
    kind: "a relation that has ended",
    procedure: "people.getChild",
    relation: "stodsamordnare_ended",
    protection: "ingen",
  },
  { kind: "another kommun", procedure: "people.getChild", relation: "other_kommun", protection: "ingen" },
  {
    kind: "a team and a protected child",
    procedure: "people.getChild",
    relation: "individuellt_barnteam",
    protection: "sekretessmarkering",
  },
  { kind: "a stranger", procedure: "behovskompass.getChart", relation: "none", protection: "ingen" },
  { kind: "a stranger", procedure: "people.planFollowUp", relation: "none", protection: "ingen" },
];

export interface RefusalComparison {
  readonly kind: string;
  readonly procedure: string;
  readonly calls: number;
  readonly isSameBody: boolean;
  readonly isSameStatus: boolean;
  /** Kolmogorov-Smirnov distance between the times of the two kinds of answers. */
  readonly distance: number;
  /** Milliseconds: for a child that is there, and for one that is not. */
  readonly medians: readonly [number, number];
}

interface Compared {
  readonly database: TestDatabase;
  readonly set: ArrangedSet;
  readonly now: Date;
  readonly today: LocalDate;
}

/**
 * Asks over HTTP for a child that is closed to the caller and for one that does not exist, turn and turn about in
 * drawn order, and compares all that comes back: body, status and time.
 * @param calls of each of the two
 */
export async function compareRefusals(compared: Compared, calls: number): Promise<RefusalComparison[]> {
  const server = await serveTrpc((headers) => contextFor(compared, headers.get(RELATION_HEADER)));
  try {
    const results: RefusalComparison[] = [];
    for (const refused of REFUSED) results.push(await compareOne(compared, server.address, refused, calls));
    return results;
  } finally {
    await server.close();
  }
}

const RELATION_HEADER = "x-relation";
const WARM_UP = 50;

/** What has come back for one of the two kinds of children. */
class Heard {
  readonly times: number[] = [];
  readonly bodies = new Set<string>();
  readonly statuses = new Set<number>();
}

async function compareOne(
  { set, today }: Compared,
  address: string,
  refused: Refused,
  calls: number,
): Promise<RefusalComparison> {
  const random = seededRandom(calls + refused.kind.length);
  const closed = set.child("given", refused.protection).id;
  const [there, absent] = [new Heard(), new Heard()];
  const ask = async (childId: string, heard: Heard, isKept: boolean) => {
    const startedAt = performance.now();
    const response = await fetch(`${address}/trpc/${refused.procedure}`, {
      method: "POST",
      headers: { "content-type": "application/json", [RELATION_HEADER]: refused.relation },
      body: JSON.stringify({ childId, version: 1, nextFollowUpOn: today }),
    });
    const body = await response.text();
    if (!isKept) return;
    heard.times.push(performance.now() - startedAt);
    heard.bodies.add(body);
    heard.statuses.add(response.status);
  };
  for (let pair = -WARM_UP; pair < calls; pair += 1) {
    const asks = [() => ask(closed, there, pair >= 0), () => ask(crypto.randomUUID(), absent, pair >= 0)];
    // Whatever slows the machine down meets both alike.
    for (const next of random() < 0.5 ? asks : asks.toReversed()) await next();
  }
  return {
    kind: refused.kind,
    procedure: refused.procedure,
    calls,
    isSameBody: isSameOne(there.bodies, absent.bodies),
    isSameStatus: isSameOne(there.statuses, absent.statuses),
    distance: kolmogorovSmirnov(there.times, absent.times),
    medians: [median(there.times), median(absent.times)],
  };
}

function isSameOne<Value>(a: ReadonlySet<Value>, b: ReadonlySet<Value>): boolean {
  return a.size === 1 && b.size === 1 && [...a].every((value) => b.has(value));
}

function contextFor({ database, set, now, today }: Compared, relation: string | null): Context {
  if (relation === null || !isRelation(relation)) throw new RangeError(`no relation ${relation}`);
  const kommunCode = relation === "other_kommun" ? set.otherKommunCode : set.kommunCode;
  const roles = set.role === null ? [] : [set.role];
  return {
    database: database.app,
    statistics: database.statistics,
    family: database.family,
    log: silentLog,
    signedIn: { kommunCode, personId: set.person(relation), name: "", title: "", roles, steppedUpAt: null },
    guardian: null,
    now,
    today,
  };
}
