import { CONSENT_STATES, CONSENT_STEPS } from "@kompassen/domain/consent";
import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { id, instant, kommunCode, localDate, noLongerThan, oneOf, version } from "./columns.ts";
import { person } from "./organisation.ts";
import { child, guardian } from "./people.ts";

/** One party's answer to one of the three consents. The party is a guardian, or the child when absent. */
export const consent = pgTable(
  "consent",
  {
    kommunCode: kommunCode(),
    id: id(),
    childId: uuid("child_id").notNull(),
    guardianId: uuid("guardian_id"),
    step: text("step", { enum: CONSENT_STEPS }).notNull(),
    state: text("state", { enum: CONSENT_STATES }).notNull(),
    decidedOn: localDate("decided_on").notNull(),
    validTo: localDate("valid_to"),
    /** Where the signed paper lies. */
    paperLocation: text("paper_location"),
    recordedBy: uuid("recorded_by").notNull(),
    recordedAt: instant("recorded_at").notNull().defaultNow(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.id] }),
    foreignKey({ columns: [t.kommunCode, t.childId], foreignColumns: [child.kommunCode, child.id] }),
    foreignKey({ columns: [t.kommunCode, t.guardianId], foreignColumns: [guardian.kommunCode, guardian.id] }),
    foreignKey({ columns: [t.kommunCode, t.recordedBy], foreignColumns: [person.kommunCode, person.id] }),
    index("consent_by_child").on(t.kommunCode, t.childId),
    oneOf("consent_step_known", t.step, CONSENT_STEPS),
    oneOf("consent_state_known", t.state, CONSENT_STATES),
    check(
      "consent_written_has_paper",
      sql`${t.state} <> 'given' or ${t.step} = 'muntligt' or char_length(btrim(${t.paperLocation})) > 0`,
    ),
    noLongerThan("consent_paper_location_length", t.paperLocation, 400),
  ],
);
