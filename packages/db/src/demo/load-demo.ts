import { type LocalDate, todayInSweden } from "@kompassen/domain/shared";
import type { Database } from "../connection/index.ts";
import type { FilledTable, KommunRows } from "../factories/index.ts";
import { insertRows } from "../factories/index.ts";
import { buildKommun } from "./build-kommun.ts";
import { MAIN_STODSAMORDNARE, tellCaseload } from "./caseload/tell-caseload.ts";
import { isDemoMissing } from "./is-demo-missing.ts";
import { ALVHAMRA } from "./places/alvhamra.ts";
import { GRANVALA } from "./places/granvala.ts";
import type { KommunPlan } from "./places/kommun-plan.ts";
import { tellChildren } from "./story/tell-kommun.ts";

export interface DemoProgress {
  readonly kommunCode: string;
  readonly table: FilledTable;
  readonly rows: number;
}

export interface KommunSummary {
  readonly kommunCode: string;
  readonly name: string;
  readonly children: number;
  readonly assessments: number;
  readonly rows: number;
}

export interface DemoSummary {
  /** The day everything is laid out backwards from. */
  readonly today: LocalDate;
  readonly kommuner: readonly KommunSummary[];
}

/**
 * Loads the two invented kommuner, 9001 and 9002, each in one transaction. The same day gives the same rows.
 * @param options.database as the role `kompass_job`
 * @throws when one of the kommuner is there already: nothing is written then
 */
export async function loadDemo(options: {
  readonly database: Database;
  readonly now: Date;
  readonly onProgress?: (progress: DemoProgress) => void;
}): Promise<DemoSummary> {
  const { database, now, onProgress = () => {} } = options;
  if (!(await isDemoMissing(database))) throw new Error("the invented kommuner are already in this database");
  const today = todayInSweden(now);
  const kommuner: KommunSummary[] = [];
  for (const plan of [ALVHAMRA, GRANVALA]) {
    const rows = tellKommun(plan, today);
    const actor = { type: "system", kommunCode: plan.code, job: "demo" } as const;
    const inserted = await database.transaction(actor, async ({ sql }) => {
      const count = await insertRows(sql, rows, (table, written) =>
        onProgress({ kommunCode: plan.code, table, rows: written }),
      );
      await sql`select kompass.record_audit(${DEMO_CHAIN}, 'system', 'demo', 'demo.load', 'påhittade uppgifter',
                                            null, ${rows.child.map(({ id }) => id)}::uuid[], ${["child"]})`;
      return count;
    });
    kommuner.push({
      kommunCode: plan.code,
      name: plan.name,
      children: rows.child.length,
      assessments: rows.assessment.length,
      rows: inserted,
    });
  }
  return { today, kommuner };
}

/** The chain of the log that the loading itself stands in. */
const DEMO_CHAIN = "00000000-0000-7000-8000-00000000de30";

/** Every row of an invented kommun, as it is on a day. */
export function tellKommun(plan: KommunPlan, today: LocalDate): KommunRows {
  const hasCaseload = plan.staff.some(({ loginKey }) => loginKey === MAIN_STODSAMORDNARE);
  const caseload = hasCaseload ? tellCaseload(plan, today) : [];
  return buildKommun(plan, [...caseload, ...tellChildren(plan, caseload, today)], today);
}
