import { AREAS } from "@kompassen/domain/behovskompass";
import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { ofRound } from "./behovskompass.ts";
import { id, instant, kommunCode, localDate, noLongerThan, oneOf, version } from "./columns.ts";
import { person } from "./organisation.ts";

const SIGNAL_STATES = ["new", "seen", "on_agenda", "decided", "superseded"] as const;

/** Thoughts that remain, target and what to work on: per round and area, said by people. */
export const areaThought = pgTable(
  "area_thought",
  {
    kommunCode: kommunCode(),
    childId: uuid("child_id").notNull(),
    compassId: uuid("compass_id").notNull(),
    area: text("area", { enum: AREAS }).notNull(),
    /** Do thoughts about the child's wellbeing remain? Absent = nobody has answered. */
    concern: boolean("concern"),
    target: numeric("target", { precision: 3, scale: 2 }),
    workOn: boolean("work_on").notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.childId, t.compassId, t.area] }),
    ofRound("area_thought_of_round", t),
    oneOf("area_thought_area_known", t.area, AREAS),
    check("area_thought_target_on_scale", sql`${t.target} between 1 and 5`),
  ],
);

/** The conversation after a follow-up: four questions, kept with the round. */
export const conversation = pgTable(
  "conversation",
  {
    kommunCode: kommunCode(),
    childId: uuid("child_id").notNull(),
    compassId: uuid("compass_id").notNull(),
    heldOn: localDate("held_on").notNull(),
    whatHasChanged: text("what_has_changed").notNull(),
    howItFeels: text("how_it_feels").notNull(),
    /** Does the picture match how the child sees it? Absent = not asked. */
    pictureMatches: boolean("picture_matches"),
    pictureComment: text("picture_comment").notNull(),
    whatNext: text("what_next").notNull(),
    authorId: uuid("author_id").notNull(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.childId, t.compassId] }),
    ofRound("conversation_of_round", t),
    foreignKey({ columns: [t.kommunCode, t.authorId], foreignColumns: [person.kommunCode, person.id] }),
    noLongerThan("conversation_changed_length", t.whatHasChanged, 8000),
    noLongerThan("conversation_feels_length", t.howItFeels, 8000),
    noLongerThan("conversation_comment_length", t.pictureComment, 8000),
    noLongerThan("conversation_next_length", t.whatNext, 8000),
  ],
);

/** That something was raised: once per child, area and round, with the raters inside. Only a person closes it. */
export const signal = pgTable(
  "signal",
  {
    kommunCode: kommunCode(),
    id: id(),
    childId: uuid("child_id").notNull(),
    compassId: uuid("compass_id").notNull(),
    area: text("area", { enum: AREAS }).notNull(),
    /** `[{rater, signals}]` as they were when it was raised. */
    raised: jsonb("raised").$type<readonly { rater: string; signals: readonly string[] }[]>().notNull(),
    ruleSet: text("rule_set").notNull(),
    raisedAt: instant("raised_at").notNull().defaultNow(),
    state: text("state", { enum: SIGNAL_STATES }).notNull().default("new"),
    seenAt: instant("seen_at"),
    seenBy: uuid("seen_by"),
    meetingId: uuid("meeting_id"),
    decision: text("decision", { enum: ["action", "no_action"] }),
    /** What will be done, or why nothing needs to be. */
    decisionText: text("decision_text"),
    decidedOn: localDate("decided_on"),
    decidedBy: uuid("decided_by"),
    supersededAt: instant("superseded_at"),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.id] }),
    unique("signal_once_per_round_and_area").on(t.kommunCode, t.childId, t.compassId, t.area),
    ofRound("signal_of_round", t),
    foreignKey({ columns: [t.kommunCode, t.seenBy], foreignColumns: [person.kommunCode, person.id] }),
    foreignKey({ columns: [t.kommunCode, t.decidedBy], foreignColumns: [person.kommunCode, person.id] }),
    index("signal_by_child").on(t.kommunCode, t.childId),
    index("signal_by_meeting").on(t.kommunCode, t.meetingId),
    oneOf("signal_area_known", t.area, AREAS),
    oneOf("signal_state_known", t.state, SIGNAL_STATES),
    check("signal_on_agenda_has_meeting", sql`${t.state} <> 'on_agenda' or ${t.meetingId} is not null`),
    check(
      "signal_decided_by_a_person_with_words",
      sql`(${t.state} = 'decided') = (${t.decision} is not null and ${t.decidedBy} is not null
        and ${t.decidedOn} is not null and char_length(btrim(${t.decisionText})) > 0)`,
    ),
    noLongerThan("signal_decision_length", t.decisionText, 4000),
  ],
);
