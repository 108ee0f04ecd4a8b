import type { Database } from "@kompassen/db";
import { PERSON_ROLES } from "@kompassen/domain/people";
import type { LocalDate } from "@kompassen/domain/shared";
import type { Context } from "../context/index.ts";
import { findKnown } from "../errors/index.ts";
import { silentLog } from "../log/index.ts";
import { toWire } from "../procedure/index.ts";
import type { ArrangedSet } from "./arranged-child.ts";
import { rowsFor } from "./cell-rows.ts";
import { procedureOf } from "./expected-access.ts";
import { type Asked, inputFor, kommunOf } from "./inputs.ts";
import { judge, type Locks, type Outcome } from "./judge.ts";
import type { MatrixRouter } from "./matrix-router.ts";
import { type Cell, isSignedIn } from "./relations.ts";
import { type ArrangedRows, type RolledBackDatabase, rollBack } from "./rolled-back-database.ts";

interface WrongCell {
  readonly cell: Cell;
  readonly wrong: string;
}

export interface MatrixResult {
  readonly cells: number;
  readonly seconds: number;
  readonly locks: Locks;
  readonly wrong: readonly WrongCell[];
}

interface Matrix {
  readonly router: MatrixRouter;
  readonly locks: Locks;
  readonly databases: Record<"app" | "statistics" | "family", Database>;
  readonly sets: ReadonlyMap<Cell["role"], ArrangedSet>;
  readonly now: Date;
  readonly today: LocalDate;
}

type TakenBack = Readonly<Record<"app" | "family", RolledBackDatabase>>;

/** Connections at once; the children of one role are asked about one after another, since they lock each other out. */
const WORKERS = 6;

/** Asks every cell, each in a transaction that is taken back, and holds what came of it against the table. */
export async function checkAccess(matrix: Matrix, cells: readonly Cell[]): Promise<MatrixResult> {
  const startedAt = performance.now();
  const queues = [...Map.groupBy(cells, ({ role }) => role).values()];
  const wrong: WrongCell[] = [];
  const work = async () => {
    for (let queue = queues.shift(); queue !== undefined; queue = queues.shift()) {
      const databases = { app: rollBack(matrix.databases.app), family: rollBack(matrix.databases.family) };
      for (const cell of queue) {
        const found = await checkCell(matrix, databases, cell);
        if (found !== null) wrong.push({ cell, wrong: found });
      }
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, work));
  const seconds = (performance.now() - startedAt) / 1000;
  return { cells: cells.length, seconds, locks: matrix.locks, wrong };
}

async function checkCell(matrix: Matrix, databases: TakenBack, cell: Cell): Promise<string | null> {
  const set = matrix.sets.get(cell.role);
  if (set === undefined) throw new RangeError(`no set of ${cell.role}`);
  const asked: Asked = {
    cell,
    set,
    child: cell.isClosed ? set.closed : set.child(cell.consent, cell.protection),
    today: matrix.today,
  };
  const input = inputFor(cell.procedure, asked);
  const outcome = await call(matrix, databases, asked, { input, rows: rowsFor(cell.procedure, asked) });
  return judge(asked, input, outcome, matrix.locks);
}

/** What is sent, and what the database holds beside the arranged children meanwhile. */
interface Sent {
  readonly input: unknown;
  readonly rows: ArrangedRows | null;
}

/** One call, taken back. */
export function askCell(matrix: Matrix, asked: Asked, sent: Sent): Promise<Outcome> {
  const { app, family } = matrix.databases;
  return call(matrix, { app: rollBack(app), family: rollBack(family) }, asked, sent);
}

async function call(
  matrix: Matrix,
  databases: TakenBack,
  asked: Asked,
  { input, rows }: Sent,
): Promise<Outcome> {
  const { type, run } = matrix.router.procedure(procedureOf(asked.cell.procedure));
  for (const database of [databases.app, databases.family]) database.arrange(rows);
  try {
    const answer = await run(contextOf(matrix, databases, asked), input);
    return {
      refusal: null,
      answer: JSON.stringify(toWire(answer)) ?? "",
      changes: changesOf(databases),
      type,
    };
  } catch (error) {
    return { refusal: refusalOf(error), answer: "", changes: new Set(), type };
  }
}

/** A procedure uses one of the two. */
function changesOf({ app, family }: TakenBack): Outcome["changes"] {
  return new Set([...app.changes(), ...family.changes()]);
}

/** The code, and what is in the way: `closed same_person`, `invalid caseNumber`. */
function refusalOf(error: unknown): string {
  const known = findKnown(error);
  if (known === undefined) return `internal: ${reasonOf(error)}`;
  const { reason, faults = [] } = known.detail ?? {};
  return [known.code, reason, ...faults.map(({ field }) => field)].filter((word) => word).join(" ");
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? String(error.cause ?? error.message) : String(error);
}

/** With the api's lock switched off everybody says to hold every role: the database knows better. */
function contextOf(matrix: Matrix, { app, family }: TakenBack, asked: Asked): Context {
  const { cell, set } = asked;
  const { statistics } = matrix.databases;
  const own = cell.role === null ? [] : [cell.role];
  const signedIn = {
    kommunCode: kommunOf(asked),
    personId: set.person(cell.relation),
    name: "Solumi Granverle",
    title: "Kurator",
    roles: matrix.locks === "both" ? own : PERSON_ROLES,
    steppedUpAt: matrix.now,
  };
  return {
    database: app,
    statistics,
    family,
    log: SILENT,
    signedIn: isSignedIn(cell) ? signedIn : null,
    guardian:
      cell.relation === "guardian_account"
        ? { kommunCode: set.kommunCode, accountId: set.person("guardian_account") }
        : null,
    now: matrix.now,
    today: matrix.today,
  };
}

const SILENT = silentLog;
