import { PERSON_ROLES, UNIT_KINDS } from "@kompassen/domain/people";
import { sql } from "drizzle-orm";
import { check, foreignKey, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { id, instant, kommunCode, localDate, noLongerThan, oneOf, version } from "./columns.ts";

export const kommun = pgTable("kommun", {
  code: kommunCode().primaryKey(),
  name: text("name").notNull(),
});

/** Geographic area within the kommun (geografiskt område), the level between unit and kommun. */
export const omrade = pgTable(
  "omrade",
  {
    kommunCode: kommunCode(),
    id: id(),
    name: text("name").notNull(),
    /** Last day of the area; absent = still there. */
    validTo: localDate("valid_to"),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.id] }),
    check("omrade_name_length", sql`char_length(${t.name}) between 1 and 200`),
  ],
);

export const unit = pgTable(
  "unit",
  {
    kommunCode: kommunCode(),
    id: id(),
    code: text("code").notNull(),
    name: text("name").notNull(),
    kind: text("kind", { enum: UNIT_KINDS }).notNull(),
    omradeId: uuid("omrade_id"),
    /** Who answers for the place: the kommun, the region, a company. */
    huvudman: text("huvudman"),
    /** Eight digits; the places of schools and preschools have one. */
    schoolUnitCode: text("school_unit_code"),
    /** Last day of the place; it is closed and never deleted. */
    validTo: localDate("valid_to"),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.id] }),
    unique("unit_code_once").on(t.kommunCode, t.code),
    unique("unit_school_unit_code_once").on(t.kommunCode, t.schoolUnitCode),
    foreignKey({ columns: [t.kommunCode, t.omradeId], foreignColumns: [omrade.kommunCode, omrade.id] }),
    oneOf("unit_kind_known", t.kind, UNIT_KINDS),
    check("unit_name_length", sql`char_length(${t.name}) between 1 and 200`),
    check("unit_code_length", sql`char_length(${t.code}) between 1 and 40`),
    check("unit_school_unit_code_form", sql`${t.schoolUnitCode} ~ '^[0-9]{8}$'`),
    noLongerThan("unit_huvudman_length", t.huvudman, 200),
  ],
);

/** A staff member. Guardians and children are not persons here: they belong to the child. */
export const person = pgTable(
  "person",
  {
    kommunCode: kommunCode(),
    id: id(),
    /** Key from the login service (orgAffiliation), or the invented person's key in the demo. */
    loginKey: text("login_key").notNull(),
    givenName: text("given_name").notNull(),
    familyName: text("family_name").notNull(),
    title: text("title").notNull(),
    unitId: uuid("unit_id"),
    disabledAt: instant("disabled_at"),
    version: version(),
    /** The administrator who gave the login; absent when it came from a register or the demo. */
    loginGivenBy: uuid("login_given_by"),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.id] }),
    foreignKey({
      name: "person_login_given_by",
      columns: [t.kommunCode, t.loginGivenBy],
      foreignColumns: [t.kommunCode, t.id],
    }),
    unique("person_login_once").on(t.kommunCode, t.loginKey),
    foreignKey({ columns: [t.kommunCode, t.unitId], foreignColumns: [unit.kommunCode, unit.id] }),
    noLongerThan("person_given_name_length", t.givenName, 200),
    noLongerThan("person_family_name_length", t.familyName, 200),
    noLongerThan("person_title_length", t.title, 200),
    check("person_login_key_length", sql`char_length(${t.loginKey}) between 1 and 300`),
  ],
);

export const personRole = pgTable(
  "person_role",
  {
    kommunCode: kommunCode(),
    personId: uuid("person_id").notNull(),
    role: text("role", { enum: PERSON_ROLES }).notNull(),
    validFrom: localDate("valid_from").notNull(),
    validTo: localDate("valid_to"),
    /** The administrator who gave it; absent when it came from the login service or the demo. */
    grantedBy: uuid("granted_by"),
  },
  (t) => [
    foreignKey({
      name: "person_role_granted_by",
      columns: [t.kommunCode, t.grantedBy],
      foreignColumns: [person.kommunCode, person.id],
    }),
    primaryKey({ columns: [t.kommunCode, t.personId, t.role, t.validFrom] }),
    foreignKey({ columns: [t.kommunCode, t.personId], foreignColumns: [person.kommunCode, person.id] }),
    oneOf("person_role_known", t.role, PERSON_ROLES),
  ],
);
