import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant, kommunCode, noLongerThan, oneOf } from "./columns.ts";

/** A signed-in session. The browser holds the random id; only its hash is stored. */
export const session = pgTable(
  "session",
  {
    tokenHash: text("token_hash").primaryKey(),
    /** What a session is called where it is listed: it opens nothing. */
    id: uuid("id").notNull().defaultRandom(),
    kommunCode: kommunCode(),
    /** A session is a staff member's or a guardian's. */
    personId: uuid("person_id"),
    guardianAccountId: uuid("guardian_account_id"),
    /** The login service that vouched, and how surely; no level = chosen from the demo's list. */
    issuer: text("issuer").notNull().default("demo"),
    acr: text("acr"),
    /** Browser and system in a word, so that a person knows the own sessions apart. */
    device: text("device"),
    steppedUpAt: instant("stepped_up_at"),
    createdAt: instant("created_at").notNull().defaultNow(),
    lastSeenAt: instant("last_seen_at").notNull().defaultNow(),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [
    uniqueIndex("session_id_once").on(t.kommunCode, t.id),
    index("session_of_person").on(t.kommunCode, t.personId),
    index("session_of_guardian").on(t.kommunCode, t.guardianAccountId),
    check("session_of_one", sql`num_nonnulls(${t.personId}, ${t.guardianAccountId}) = 1`),
    noLongerThan("session_device_length", t.device, 60),
    noLongerThan("session_issuer_length", t.issuer, 60),
    noLongerThan("session_acr_length", t.acr, 200),
  ],
);

/** A login sent to a login service that has not come back. It knows neither person nor kommun yet. */
export const loginAttempt = pgTable(
  "login_attempt",
  {
    stateHash: text("state_hash").primaryKey(),
    /** The browser that began it: nobody else's answer is taken. */
    browserHash: text("browser_hash").notNull(),
    issuer: text("issuer").notNull(),
    purpose: text("purpose", { enum: ["sign_in", "step_up"] }).notNull(),
    codeVerifier: text("code_verifier").notNull(),
    nonce: text("nonce").notNull(),
    returnTo: text("return_to").notNull(),
    startedAt: instant("started_at").notNull().defaultNow(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
  },
  (t) => [
    oneOf("login_attempt_purpose_known", t.purpose, ["sign_in", "step_up"]),
    check(
      "login_attempt_lengths",
      sql`char_length(${t.stateHash}) <= 64 and char_length(${t.browserHash}) <= 64 and char_length(${t.issuer}) <= 60
          and char_length(${t.codeVerifier}) <= 128 and char_length(${t.nonce}) <= 128 and char_length(${t.returnTo}) <= 2000`,
    ),
  ],
);

/** A guardian whom a login service has vouched for and who has no account yet. */
export const guardianArrival = pgTable(
  "guardian_arrival",
  {
    tokenHash: text("token_hash").primaryKey(),
    issuer: text("issuer").notNull(),
    subject: text("subject").notNull(),
    acr: text("acr").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [
    check(
      "guardian_arrival_lengths",
      sql`char_length(${t.tokenHash}) <= 64 and char_length(${t.issuer}) <= 60 and char_length(${t.subject}) <= 255
          and char_length(${t.acr}) <= 200`,
    ),
  ],
);

/** How often something sensitive has been tried, shared by all servers. */
export const attemptCount = pgTable(
  "attempt_count",
  {
    keyHash: text("key_hash").primaryKey(),
    count: integer("count").notNull(),
    endsAt: instant("ends_at").notNull(),
  },
  (t) => [noLongerThan("attempt_count_key_length", t.keyHash, 64)],
);
