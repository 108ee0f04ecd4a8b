import { BARNTEAM_AGE_GROUPS } from "@kompassen/domain/people";
import { PROCESS_STEP_KINDS, stepDetail } from "@kompassen/domain/stodprocess";
import { type SQL, sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  check,
  foreignKey,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { id, kommunCode, localDate, noLongerThan, oneOf } from "./columns.ts";
import { unit } from "./organisation.ts";
import { child } from "./people.ts";

/**
 * That something happened to a child in the process: added to, never changed. What statistics count by is said
 * as it was at the event and stays so, wherever the child goes.
 */
export const processStep = pgTable(
  "process_step",
  {
    kommunCode: kommunCode(),
    childId: uuid("child_id").notNull(),
    kind: text("kind", { enum: PROCESS_STEP_KINDS }).notNull(),
    /** That of the round, the signal or the meeting it came of, where there is one: told again it is the same row. */
    id: id(),
    /** Väg of a card, outcome of a Beslut, who decided, why it was closed. */
    detail: text("detail"),
    /** Absent = the child had protected identity: counted, but at no unit. */
    unitId: uuid("unit_id"),
    ageGroup: text("age_group", { enum: BARNTEAM_AGE_GROUPS }).notNull(),
    registeredOn: localDate("registered_on").notNull(),
    occurredOn: localDate("occurred_on").notNull(),
    source: text("source", { enum: ["app", "import"] }).notNull(),
    /** The id of the step in the file it was read in from. */
    sourceKey: text("source_key"),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.childId, t.kind, t.id] }),
    uniqueIndex("process_step_source_key_once")
      .on(t.kommunCode, t.sourceKey)
      .where(sql`${t.sourceKey} is not null`),
    foreignKey({ columns: [t.kommunCode, t.childId], foreignColumns: [child.kommunCode, child.id] }),
    foreignKey({ columns: [t.kommunCode, t.unitId], foreignColumns: [unit.kommunCode, unit.id] }),
    oneOf("process_step_kind_known", t.kind, PROCESS_STEP_KINDS),
    oneOf("process_step_age_group_known", t.ageGroup, BARNTEAM_AGE_GROUPS),
    oneOf("process_step_source_known", t.source, ["app", "import"]),
    check("process_step_detail_of_kind", detailOfKind(t.kind, t.detail)),
    check("process_step_occurred_before_registered", sql`${t.occurredOn} <= ${t.registeredOn}`),
    noLongerThan("process_step_source_key_length", t.sourceKey, 200),
  ],
);

function detailOfKind(kind: AnyPgColumn, detail: AnyPgColumn): SQL {
  const quoted = (words: readonly string[]) => sql.raw(words.map((word) => `'${word}'`).join(", "));
  const cases = PROCESS_STEP_KINDS.flatMap((of) => {
    const { words, isNeeded } = stepDetail(of);
    if (words.length === 0) return [];
    const known = sql`${detail} in (${quoted(words)})`;
    const holds = isNeeded ? sql`${detail} is not null and ${known}` : sql`${detail} is null or ${known}`;
    return [sql`when ${sql.raw(`'${of}'`)} then ${holds}`];
  });
  return sql`case ${kind} ${sql.join(cases, sql` `)} else ${detail} is null end`;
}

const quarter = () => text("quarter");

/** Home visits of the hembesöksprogram at a unit: how many families were offered, accepted and had each visit. */
export const homeVisit = pgTable(
  "home_visit",
  {
    kommunCode: kommunCode(),
    unitId: uuid("unit_id").notNull(),
    quarter: quarter().notNull(),
    visitNumber: smallint("visit_number").notNull(),
    offered: integer("offered").notNull(),
    accepted: integer("accepted").notNull(),
    done: integer("done").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.unitId, t.quarter, t.visitNumber] }),
    foreignKey({ columns: [t.kommunCode, t.unitId], foreignColumns: [unit.kommunCode, unit.id] }),
    check("home_visit_quarter_form", quarterForm(t.quarter)),
    check("home_visit_number_known", sql`${t.visitNumber} between 1 and 6`),
    check(
      "home_visit_counts_fit",
      sql`${t.accepted} between 0 and ${t.offered} and ${t.done} between 0 and ${t.offered}`,
    ),
  ],
);

/** Staff of a unit who took a step of the training in a quarter. */
export const training = pgTable(
  "training",
  {
    kommunCode: kommunCode(),
    unitId: uuid("unit_id").notNull(),
    quarter: quarter().notNull(),
    step: smallint("step").notNull(),
    trained: integer("trained").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.unitId, t.quarter, t.step] }),
    foreignKey({ columns: [t.kommunCode, t.unitId], foreignColumns: [unit.kommunCode, unit.id] }),
    check("training_quarter_form", quarterForm(t.quarter)),
    check("training_step_known", sql`${t.step} between 1 and 4`),
    check("training_count_whole", sql`${t.trained} >= 0`),
  ],
);

/** How many children there are at a unit in all: public, and what a rate is counted against. */
export const unitPopulation = pgTable(
  "unit_population",
  {
    kommunCode: kommunCode(),
    unitId: uuid("unit_id").notNull(),
    ageGroup: text("age_group", { enum: BARNTEAM_AGE_GROUPS }).notNull(),
    /** Absent = every quarter that has no row of its own. */
    quarter: quarter(),
    children: integer("children").notNull(),
  },
  (t) => [
    unique("unit_population_once").on(t.kommunCode, t.unitId, t.ageGroup, t.quarter).nullsNotDistinct(),
    foreignKey({ columns: [t.kommunCode, t.unitId], foreignColumns: [unit.kommunCode, unit.id] }),
    oneOf("unit_population_age_group_known", t.ageGroup, BARNTEAM_AGE_GROUPS),
    check("unit_population_quarter_form", quarterForm(t.quarter)),
    check("unit_population_count_whole", sql`${t.children} >= 0`),
  ],
);

function quarterForm(column: AnyPgColumn): SQL {
  return sql`${column} ~ '^(19|20)[0-9]{2}Q[1-4]$'`;
}
