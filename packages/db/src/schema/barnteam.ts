import { AGENDA_ITEM_KINDS, MEETING_STATES, TEAM_KINDS } from "@kompassen/domain/barnteam";
import { BARNTEAM_AGE_GROUPS } from "@kompassen/domain/people";
import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { id, kommunCode, localDate, noLongerThan, oneOf, version } from "./columns.ts";
import { person, unit } from "./organisation.ts";
import { child } from "./people.ts";

/** A Barnteam (standing, by age group) or the Individuellt barnteam of one child. */
export const team = pgTable(
  "team",
  {
    kommunCode: kommunCode(),
    id: id(),
    kind: text("kind", { enum: TEAM_KINDS }).notNull(),
    name: text("name").notNull(),
    ageGroup: text("age_group", { enum: BARNTEAM_AGE_GROUPS }),
    unitId: uuid("unit_id"),
    /** The child of an Individuellt barnteam. */
    childId: uuid("child_id"),
    /** Last day of a standing team; absent = it still meets. */
    validTo: localDate("valid_to"),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.id] }),
    foreignKey({ columns: [t.kommunCode, t.unitId], foreignColumns: [unit.kommunCode, unit.id] }),
    foreignKey({ columns: [t.kommunCode, t.childId], foreignColumns: [child.kommunCode, child.id] }),
    index("team_by_child").on(t.kommunCode, t.childId),
    oneOf("team_kind_known", t.kind, TEAM_KINDS),
    oneOf("team_age_group_known", t.ageGroup, BARNTEAM_AGE_GROUPS),
    check("team_name_length", sql`char_length(${t.name}) between 1 and 200`),
    check(
      "team_individual_has_child",
      sql`(${t.kind} = 'individuellt_barnteam') = (${t.childId} is not null)`,
    ),
  ],
);

export const teamMember = pgTable(
  "team_member",
  {
    kommunCode: kommunCode(),
    teamId: uuid("team_id").notNull(),
    personId: uuid("person_id").notNull(),
    part: text("part").notNull(),
    validFrom: localDate("valid_from").notNull(),
    validTo: localDate("valid_to"),
    /** Calls the meetings and leads them. */
    isConvenor: boolean("is_convenor").notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.teamId, t.personId, t.validFrom] }),
    foreignKey({ columns: [t.kommunCode, t.teamId], foreignColumns: [team.kommunCode, team.id] }),
    foreignKey({ columns: [t.kommunCode, t.personId], foreignColumns: [person.kommunCode, person.id] }),
    index("team_member_by_person").on(t.kommunCode, t.personId),
    check("team_member_part_length", sql`char_length(${t.part}) between 1 and 100`),
  ],
);

export const meeting = pgTable(
  "meeting",
  {
    kommunCode: kommunCode(),
    id: id(),
    teamId: uuid("team_id").notNull(),
    heldOn: localDate("held_on").notNull(),
    startsAt: text("starts_at"),
    place: text("place"),
    state: text("state", { enum: MEETING_STATES }).notNull().default("planned"),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.id] }),
    foreignKey({ columns: [t.kommunCode, t.teamId], foreignColumns: [team.kommunCode, team.id] }),
    index("meeting_by_team").on(t.kommunCode, t.teamId, t.heldOn),
    oneOf("meeting_state_known", t.state, MEETING_STATES),
    check("meeting_time_form", sql`${t.startsAt} ~ '^[0-2][0-9]:[0-5][0-9]$'`),
    noLongerThan("meeting_place_length", t.place, 200),
  ],
);

/** A child on the agenda of a dated meeting. It opens the child to that team's members for that meeting. */
export const agendaItem = pgTable(
  "agenda_item",
  {
    kommunCode: kommunCode(),
    meetingId: uuid("meeting_id").notNull(),
    childId: uuid("child_id").notNull(),
    kind: text("kind", { enum: AGENDA_ITEM_KINDS }).notNull(),
    addedBy: uuid("added_by").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.meetingId, t.childId] }),
    foreignKey({ columns: [t.kommunCode, t.meetingId], foreignColumns: [meeting.kommunCode, meeting.id] }),
    foreignKey({ columns: [t.kommunCode, t.childId], foreignColumns: [child.kommunCode, child.id] }),
    foreignKey({ columns: [t.kommunCode, t.addedBy], foreignColumns: [person.kommunCode, person.id] }),
    index("agenda_item_by_child").on(t.kommunCode, t.childId),
    oneOf("agenda_item_kind_known", t.kind, AGENDA_ITEM_KINDS),
  ],
);
