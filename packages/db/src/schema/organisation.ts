import { PERSON_ROLES, UNIT_KINDS } from "@kompassen/domain/people";
import { foreignKey, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { id, instant, kommunCode, localDate, oneOf, version } from "./columns.ts";

export const kommun = pgTable("kommun", {
  code: kommunCode().primaryKey(),
  name: text("name").notNull(),
});

/** Geographic area within the kommun (geografiskt område), the level between unit and kommun. */
export const omrade = pgTable(
  "omrade",
  { kommunCode: kommunCode(), id: id(), name: text("name").notNull() },
  (t) => [primaryKey({ columns: [t.kommunCode, t.id] })],
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
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.id] }),
    unique("unit_code_once").on(t.kommunCode, t.code),
    foreignKey({ columns: [t.kommunCode, t.omradeId], foreignColumns: [omrade.kommunCode, omrade.id] }),
    oneOf("unit_kind_known", t.kind, UNIT_KINDS),
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
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.id] }),
    unique("person_login_once").on(t.kommunCode, t.loginKey),
    foreignKey({ columns: [t.kommunCode, t.unitId], foreignColumns: [unit.kommunCode, unit.id] }),
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
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.personId, t.role, t.validFrom] }),
    foreignKey({ columns: [t.kommunCode, t.personId], foreignColumns: [person.kommunCode, person.id] }),
    oneOf("person_role_known", t.role, PERSON_ROLES),
  ],
);

/** A signed-in session. The browser holds the random id; only its hash is stored. */
export const session = pgTable("session", {
  tokenHash: text("token_hash").primaryKey(),
  kommunCode: kommunCode(),
  /** A session is a staff member's or a guardian's. */
  personId: uuid("person_id"),
  guardianAccountId: uuid("guardian_account_id"),
  /** The login service that vouched, and how surely. */
  issuer: text("issuer").notNull().default("demo"),
  acr: text("acr"),
  steppedUpAt: instant("stepped_up_at"),
  createdAt: instant("created_at").notNull().defaultNow(),
  lastSeenAt: instant("last_seen_at").notNull().defaultNow(),
  expiresAt: instant("expires_at").notNull(),
});
