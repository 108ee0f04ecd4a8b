import { AREAS } from "@kompassen/domain/behovskompass";
import { CONSENT_STEPS } from "@kompassen/domain/consent";
import { SHARING_GROUNDS, SHARING_WAYS, WITHHELD_THINGS } from "@kompassen/domain/sharing";
import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { meeting } from "./barnteam.ts";
import { id, instant, kommunCode, localDate, noLongerThan, oneOf } from "./columns.ts";
import { consent } from "./consent.ts";
import { person, unit } from "./organisation.ts";
import { child, guardian } from "./people.ts";

/** A share: which kinds of data, from whom to whom, why. Only its end is written later, by the database. */
export const sharing = pgTable(
  "sharing",
  {
    kommunCode: kommunCode(),
    id: id(),
    childId: uuid("child_id").notNull(),
    sharedOn: localDate("shared_on").notNull(),
    way: text("way", { enum: SHARING_WAYS }).notNull(),
    areas: text("areas").array().notNull(),
    fields: text("fields").array().notNull(),
    fromPersonId: uuid("from_person_id").notNull(),
    fromUnitId: uuid("from_unit_id"),
    /** The meeting whose agenda it is for: it ends with that. */
    meetingId: uuid("meeting_id"),
    toPersonIds: uuid("to_person_ids").array().notNull(),
    toUnitIds: uuid("to_unit_ids").array().notNull(),
    /** Somebody who is neither staff nor unit here. */
    toOther: text("to_other"),
    necessary: text("necessary"),
    relevant: text("relevant"),
    proportionate: text("proportionate"),
    ground: text("ground", { enum: SHARING_GROUNDS }).notNull(),
    groundStep: text("ground_step", { enum: CONSENT_STEPS }),
    /** The version of the law's place, `anmalan_socialtjanst@2025:400`. */
    legalReference: text("legal_reference"),
    groundText: text("ground_text"),
    /** Goes on until it is ended, such as a team's reading. */
    isLasting: boolean("is_lasting").notNull(),
    endedOn: localDate("ended_on"),
    /** The answer that ended it. */
    endedBy: uuid("ended_by"),
    recordedBy: uuid("recorded_by").notNull(),
    recordedAt: instant("recorded_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.id] }),
    unique("sharing_of_child").on(t.kommunCode, t.childId, t.id),
    foreignKey({ columns: [t.kommunCode, t.childId], foreignColumns: [child.kommunCode, child.id] }),
    foreignKey({ columns: [t.kommunCode, t.fromPersonId], foreignColumns: [person.kommunCode, person.id] }),
    foreignKey({ columns: [t.kommunCode, t.fromUnitId], foreignColumns: [unit.kommunCode, unit.id] }),
    foreignKey({ columns: [t.kommunCode, t.meetingId], foreignColumns: [meeting.kommunCode, meeting.id] }),
    foreignKey({ columns: [t.kommunCode, t.recordedBy], foreignColumns: [person.kommunCode, person.id] }),
    foreignKey({
      columns: [t.kommunCode, t.childId, t.endedBy],
      foreignColumns: [consent.kommunCode, consent.childId, consent.id],
    }),
    index("sharing_by_child").on(t.kommunCode, t.childId),
    oneOf("sharing_way_known", t.way, SHARING_WAYS),
    oneOf("sharing_ground_known", t.ground, SHARING_GROUNDS),
    oneOf("sharing_ground_step_known", t.groundStep, CONSENT_STEPS),
    check("sharing_areas_known", sql`${t.areas} <@ array[${sql.raw(AREAS.map((a) => `'${a}'`).join(", "))}]`),
    check("sharing_says_what", sql`cardinality(${t.areas}) + cardinality(${t.fields}) > 0`),
    check(
      "sharing_says_to_whom",
      sql`${t.way} = 'printout' or cardinality(${t.toPersonIds}) + cardinality(${t.toUnitIds}) > 0
        or char_length(btrim(${t.toOther})) > 0`,
    ),
    check(
      "sharing_answers_the_three_words",
      sql`${t.way} <> 'said' or (char_length(btrim(${t.necessary})) > 0
        and char_length(btrim(${t.relevant})) > 0 and char_length(btrim(${t.proportionate})) > 0)`,
    ),
    check("sharing_ground_of_consent", sql`(${t.ground} = 'consent') = (${t.groundStep} is not null)`),
    check("sharing_ground_said", sql`${t.ground} <> 'other' or char_length(btrim(${t.groundText})) > 0`),
    noLongerThan("sharing_to_other_length", t.toOther, 200),
    noLongerThan("sharing_necessary_length", t.necessary, 1000),
    noLongerThan("sharing_relevant_length", t.relevant, 1000),
    noLongerThan("sharing_proportionate_length", t.proportionate, 1000),
    noLongerThan("sharing_ground_text_length", t.groundText, 1000),
    noLongerThan("sharing_legal_reference_length", t.legalReference, 100),
  ],
);

/** What the family has been told of a share; the latest counts, and none is still to be told. */
export const sharingTold = pgTable(
  "sharing_told",
  {
    kommunCode: kommunCode(),
    id: id(),
    childId: uuid("child_id").notNull(),
    sharingId: uuid("sharing_id").notNull(),
    state: text("state", { enum: ["told", "withheld"] }).notNull(),
    onDay: localDate("on_day").notNull(),
    reason: text("reason"),
    /** When it is looked at again whether the family can be told. */
    reviewOn: localDate("review_on"),
    recordedBy: uuid("recorded_by").notNull(),
    recordedAt: instant("recorded_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.id] }),
    foreignKey({
      name: "sharing_told_of_share",
      columns: [t.kommunCode, t.childId, t.sharingId],
      foreignColumns: [sharing.kommunCode, sharing.childId, sharing.id],
    }),
    foreignKey({ columns: [t.kommunCode, t.recordedBy], foreignColumns: [person.kommunCode, person.id] }),
    index("sharing_told_by_child").on(t.kommunCode, t.childId),
    oneOf("sharing_told_state_known", t.state, ["told", "withheld"]),
    check(
      "sharing_withheld_with_reason",
      sql`(${t.state} = 'withheld') = (${t.reviewOn} is not null and char_length(btrim(${t.reason})) > 0)`,
    ),
    noLongerThan("sharing_told_reason_length", t.reason, 2000),
  ],
);

/** What one guardian is not shown, why, and when that is looked at again. Lifted, never deleted. */
export const withheld = pgTable(
  "withheld",
  {
    kommunCode: kommunCode(),
    id: id(),
    childId: uuid("child_id").notNull(),
    guardianId: uuid("guardian_id").notNull(),
    thing: text("thing", { enum: WITHHELD_THINGS }).notNull(),
    /** Child, round (rating, conversation), support, event, share, or the person who looks. */
    thingId: uuid("thing_id").notNull(),
    reason: text("reason").notNull(),
    reviewOn: localDate("review_on").notNull(),
    setBy: uuid("set_by").notNull(),
    setAt: instant("set_at").notNull().defaultNow(),
    liftedOn: localDate("lifted_on"),
    liftedBy: uuid("lifted_by"),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.id] }),
    ofGuardian("withheld_from_guardian_of_child", t),
    foreignKey({ columns: [t.kommunCode, t.setBy], foreignColumns: [person.kommunCode, person.id] }),
    foreignKey({ columns: [t.kommunCode, t.liftedBy], foreignColumns: [person.kommunCode, person.id] }),
    index("withheld_by_child").on(t.kommunCode, t.childId),
    oneOf("withheld_thing_known", t.thing, WITHHELD_THINGS),
    check("withheld_has_reason", sql`char_length(btrim(${t.reason})) > 0`),
    check("withheld_lifted_by_one", sql`(${t.liftedOn} is null) = (${t.liftedBy} is null)`),
    noLongerThan("withheld_reason_length", t.reason, 2000),
  ],
);

/** Whether the child agrees that a guardian sees its own ratings; the latest answer counts, and none is no. */
export const compassAgreement = pgTable(
  "compass_agreement",
  {
    kommunCode: kommunCode(),
    id: id(),
    childId: uuid("child_id").notNull(),
    guardianId: uuid("guardian_id").notNull(),
    isAgreed: boolean("is_agreed").notNull(),
    decidedOn: localDate("decided_on").notNull(),
    recordedBy: uuid("recorded_by").notNull(),
    recordedAt: instant("recorded_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.id] }),
    ofGuardian("compass_agreement_with_guardian_of_child", t),
    foreignKey({ columns: [t.kommunCode, t.recordedBy], foreignColumns: [person.kommunCode, person.id] }),
    index("compass_agreement_by_child").on(t.kommunCode, t.childId),
  ],
);

function ofGuardian(
  name: string,
  t: { kommunCode: AnyPgColumn; childId: AnyPgColumn; guardianId: AnyPgColumn },
) {
  return foreignKey({
    name,
    columns: [t.kommunCode, t.childId, t.guardianId],
    foreignColumns: [guardian.kommunCode, guardian.childId, guardian.id],
  });
}
