import { HAND_OVER_STATES } from "@kompassen/domain/people";
import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { id, instant, kommunCode, localDate, noLongerThan, oneOf, version } from "./columns.ts";
import { person } from "./organisation.ts";
import { child } from "./people.ts";

/** A Barnkontakt asks another to take over a child. The responsibility moves when it is accepted, not before. */
export const handOver = pgTable(
  "hand_over",
  {
    kommunCode: kommunCode(),
    id: id(),
    childId: uuid("child_id").notNull(),
    /** The Barnkontakt of now; absent when the child has none yet. */
    fromPersonId: uuid("from_person_id"),
    toPersonId: uuid("to_person_id").notNull(),
    askedBy: uuid("asked_by").notNull(),
    askedAt: instant("asked_at").notNull().defaultNow(),
    /** Whether what is recorded goes with the child; then what, and when the family said yes. */
    sharesHistory: boolean("shares_history").notNull(),
    sharedText: text("shared_text"),
    familySaidYesOn: localDate("family_said_yes_on"),
    state: text("state", { enum: HAND_OVER_STATES }).notNull().default("pending"),
    answeredAt: instant("answered_at"),
    answerText: text("answer_text"),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.id] }),
    foreignKey({ columns: [t.kommunCode, t.childId], foreignColumns: [child.kommunCode, child.id] }),
    foreignKey({ columns: [t.kommunCode, t.fromPersonId], foreignColumns: [person.kommunCode, person.id] }),
    foreignKey({ columns: [t.kommunCode, t.toPersonId], foreignColumns: [person.kommunCode, person.id] }),
    uniqueIndex("hand_over_one_pending").on(t.kommunCode, t.childId).where(sql`${t.state} = 'pending'`),
    index("hand_over_by_receiver").on(t.kommunCode, t.toPersonId).where(sql`${t.state} = 'pending'`),
    index("hand_over_by_child").on(t.kommunCode, t.childId),
    oneOf("hand_over_state_known", t.state, HAND_OVER_STATES),
    check("hand_over_answered", sql`(${t.state} = 'pending') = (${t.answeredAt} is null)`),
    check(
      "hand_over_shares_with_yes",
      sql`case when ${t.sharesHistory} then ${t.sharedText} is not null and ${t.familySaidYesOn} is not null else ${t.sharedText} is null and ${t.familySaidYesOn} is null end`,
    ),
    noLongerThan("hand_over_shared_text_length", t.sharedText, 2000),
    noLongerThan("hand_over_answer_text_length", t.answerText, 500),
  ],
);
