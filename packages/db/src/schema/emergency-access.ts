import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { id, instant, kommunCode, localDate, noLongerThan, oneOf } from "./columns.ts";
import { person } from "./organisation.ts";
import { child } from "./people.ts";

const REASONS = ["akut_fara", "akut_vard", "barn_pa_plats", "ansvarig_gar_inte_att_na"] as const;
const OUTCOMES = ["motiverad", "inte_motiverad", "utreds_vidare"] as const;

/** One child opened to one person for an hour, to be read; each is reviewed by somebody else within a week. */
export const emergencyAccess = pgTable(
  "emergency_access",
  {
    kommunCode: kommunCode(),
    id: id(),
    childId: uuid("child_id").notNull(),
    personId: uuid("person_id").notNull(),
    reason: text("reason", { enum: REASONS }).notNull(),
    reasonText: text("reason_text").notNull(),
    openedAt: instant("opened_at").notNull().defaultNow(),
    closesAt: instant("closes_at").notNull(),
    endedAt: instant("ended_at"),
    reviewDueOn: localDate("review_due_on").notNull(),
    reviewedAt: instant("reviewed_at"),
    reviewedBy: uuid("reviewed_by"),
    reviewOutcome: text("review_outcome", { enum: OUTCOMES }),
    reviewText: text("review_text"),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.id] }),
    foreignKey({ columns: [t.kommunCode, t.childId], foreignColumns: [child.kommunCode, child.id] }),
    foreignKey({ columns: [t.kommunCode, t.personId], foreignColumns: [person.kommunCode, person.id] }),
    foreignKey({ columns: [t.kommunCode, t.reviewedBy], foreignColumns: [person.kommunCode, person.id] }),
    index("emergency_access_by_person").on(t.kommunCode, t.personId, t.closesAt),
    index("emergency_access_by_child").on(t.kommunCode, t.childId),
    index("emergency_access_to_review").on(t.kommunCode, t.reviewDueOn).where(sql`${t.reviewedAt} is null`),
    oneOf("emergency_reason_known", t.reason, REASONS),
    oneOf("emergency_review_outcome_known", t.reviewOutcome, OUTCOMES),
    check("emergency_reason_said", sql`char_length(btrim(${t.reasonText})) >= 10`),
    noLongerThan("emergency_reason_length", t.reasonText, 2000),
    noLongerThan("emergency_review_length", t.reviewText, 2000),
    check("emergency_reviewed_by_another", sql`${t.reviewedBy} <> ${t.personId}`),
  ],
);

/** How often a case number was tried, also those that opened nothing. */
export const emergencyAttempt = pgTable(
  "emergency_attempt",
  {
    kommunCode: kommunCode(),
    id: id(),
    personId: uuid("person_id").notNull(),
    at: instant("at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.id] }),
    foreignKey({ columns: [t.kommunCode, t.personId], foreignColumns: [person.kommunCode, person.id] }),
    index("emergency_attempt_by_person").on(t.kommunCode, t.personId, t.at),
  ],
);
