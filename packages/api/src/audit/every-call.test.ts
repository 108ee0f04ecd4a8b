import type { ActorTransaction, Database } from "@kompassen/db";
import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { todayInSweden } from "@kompassen/domain/shared";
import { afterAll, beforeAll, expect, it } from "vitest";
import { arrangeMatrix } from "../access-matrix/arrange-matrix.ts";
import type { ArrangedSet } from "../access-matrix/arranged-child.ts";
import { rowsFor } from "../access-matrix/cell-rows.ts";
import { EXPECTED_ACCESS, procedureOf } from "../access-matrix/expected-access.ts";
import { type Asked, inputFor } from "../access-matrix/inputs.ts";
import { mayCall } from "../access-matrix/judge.ts";
import { matrixRouter } from "../access-matrix/matrix-router.ts";
import { type Cell, RELATIONS, seatOf } from "../access-matrix/relations.ts";
import { type ArrangedRows, arrangeWithin } from "../access-matrix/rolled-back-database.ts";
import type { Context } from "../context/index.ts";
import { findKnown } from "../errors/index.ts";
import { silentLog } from "../log/index.ts";
import { toWire } from "../procedure/index.ts";
import { appRouter, createCaller } from "../router.ts";

/** Every role is tried; what a role may not, another may. */
const ROLES = ["stodsamordnare", "loggranskare", "dataskyddsombud", "statistikansvarig"] as const;
const now = new Date();
const today = todayInSweden(now);
const router = matrixRouter(appRouter, createCaller);

let database: TestDatabase;
let sets: ReadonlyMap<Cell["role"], ArrangedSet>;

beforeAll(async () => {
  database = await openTestDatabase();
  sets = await arrangeMatrix(database, today, ROLES);
});
afterAll(() => database?.close());

class TakenBack extends Error {}

/** The server counts a connection's rows over several transactions: the difference is this one's. */
async function countRows({ sql }: ActorTransaction): Promise<number> {
  const [counted] = await sql<{ rows: number }[]>`
    select n_tup_ins::int as rows from pg_stat_xact_user_tables where relname = 'audit_log'`;
  return counted?.rows ?? 0;
}

/** Every transaction is taken back, and says how many rows it wrote in the log. */
function countLog(database: Database, arranged: ArrangedRows | null): { database: Database; rows(): number } {
  let rows = 0;
  const counting: Database = {
    ...database,
    transaction: async (actor, work, options) => {
      let result: Awaited<ReturnType<typeof work>> | undefined;
      try {
        await database.transaction(
          actor,
          async (tx) => {
            if (arranged !== null) await arrangeWithin(tx, arranged);
            const before = countRows(tx);
            before.catch(() => {});
            result = await work(tx);
            rows += (await countRows(tx)) - (await before);
            throw new TakenBack();
          },
          options,
        );
      } catch (error) {
        if (!(error instanceof TakenBack)) throw error;
      }
      return result as Awaited<ReturnType<typeof work>>;
    },
  };
  return { database: counting, rows: () => rows };
}

/** Ways of calling that are allowed, about a child of the set whose consent is given. */
function allowedCalls(row: string): Asked[] {
  const rule = EXPECTED_ACCESS[row];
  if (rule === undefined) return [];
  return ROLES.flatMap((role) =>
    RELATIONS.flatMap((relation) => {
      const cell: Cell = { procedure: row, role, relation, consent: "given", protection: "ingen" };
      const set = sets.get(role);
      if (set === undefined || relation === "other_kommun") return [];
      const asked: Asked = { cell, set, child: set.child("given", "ingen"), today };
      return mayCall(rule, asked) ? [asked] : [];
    }),
  );
}

const oneOfEachSeat = (asked: readonly Asked[]) =>
  [...Map.groupBy(asked, ({ cell }) => seatOf(cell)).values()].flatMap((same) => same[0] ?? []);

interface Called {
  readonly row: string;
  readonly relation: string;
  readonly refusal: string | null;
  readonly rows: number;
  /** Whether the answer tells of a child: a list may be empty, and then there is nothing to log. */
  readonly tells: boolean;
}

async function call(row: string, asked: Asked): Promise<Called> {
  const { database: counting, rows } = countLog(database.app, rowsFor(row, asked));
  const { cell, set } = asked;
  const signedIn = {
    kommunCode: set.kommunCode,
    personId: set.person(cell.relation),
    name: "Solumi Granverle",
    title: "Kurator",
    roles: cell.role === null ? [] : [cell.role],
    steppedUpAt: now,
  };
  const { statistics, family } = database;
  const context: Context = {
    database: counting,
    statistics,
    family,
    log: silentLog,
    signedIn,
    guardian: null,
    now,
    today,
  };
  const called = { row, relation: `${cell.role} ${cell.relation}` };
  try {
    const answer = await router.procedure(procedureOf(row)).run(context, inputFor(row, asked));
    // Ids and case numbers of every arranged child begin alike.
    const tells = (JSON.stringify(toWire(answer)) ?? "").toLowerCase().includes("c0de");
    return { ...called, refusal: null, rows: rows(), tells };
  } catch (error) {
    return { ...called, refusal: findKnown(error)?.code ?? "internal", rows: rows(), tells: false };
  }
}

/** Procedures that read or write what is kept of a child, or show children in a list. */
const ofChildren = () =>
  Object.entries(EXPECTED_ACCESS).flatMap(([row, { seats, shows, mayShowTo, opensToStrangers }]) =>
    seats !== undefined || (shows ?? []).length > 0 || mayShowTo !== undefined || opensToStrangers
      ? [row]
      : [],
  );

/** Emergency access is asked for in the asker's own chain, and opened in the child's. */
function rowsExpected({ row, tells }: Pick<Called, "row" | "tells">): readonly number[] {
  if (row === "emergencyAccess.open") return tells ? [2] : [1];
  const isList = EXPECTED_ACCESS[row]?.seats === undefined;
  return isList && !tells ? [0, 1] : [1];
}

async function callAll(): Promise<Called[]> {
  const calls: Called[] = [];
  for (const row of ofChildren())
    for (const asked of oneOfEachSeat(allowedCalls(row))) calls.push(await call(row, asked));
  return calls;
}

it("writes one row in the log for every call that reads or writes of a child", async () => {
  const calls = await callAll();
  const answered = calls.filter(({ refusal }) => refusal === null);
  const wrong = answered.filter((called) => !rowsExpected(called).includes(called.rows));
  expect([...new Set(wrong.map(({ row, rows }) => `${row}: ${rows}`))]).toEqual([]);
  // What the domain refuses to everybody stands so in the table.
  const never = ofChildren().filter(
    (row) =>
      EXPECTED_ACCESS[row]?.alwaysRefused === undefined && !answered.some((called) => called.row === row),
  );
  expect(never).toEqual([]);
  expect(answered.length).toBeGreaterThan(100);
});

it("answers nothing when the log cannot be written", async () => {
  await database.admin.unsafe(`
    create function no_log() returns trigger language plpgsql as $$ begin raise exception 'disk full' using errcode = '53100'; end $$;
    create trigger no_log before insert on audit_log for each row execute function no_log()`);
  const calls = await callAll();
  await database.admin`drop trigger no_log on audit_log`;
  const told = calls.filter(
    ({ refusal, tells, row }) => refusal === null && (tells || rowsExpected({ row, tells })[0] === 1),
  );
  expect(told.map(({ row }) => row)).toEqual([]);
  expect(calls.length).toBeGreaterThan(100);
});
