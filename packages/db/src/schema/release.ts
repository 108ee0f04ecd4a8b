import { RELEASE_TABLES } from "@kompassen/domain/statistics";
import { sql } from "drizzle-orm";
import {
  check,
  doublePrecision,
  foreignKey,
  json,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { instant, kommunCode, localDate, noLongerThan, oneOf } from "./columns.ts";

/** What steering groups read: approved releases, never changed. The role kompass_stats reads this and nothing else. */
export const statistics = pgSchema("statistics");

/** Drafts, what they rest on and the proofs: as secret as the children they count. */
export const sealed = pgSchema("sealed");

export const DRAFT_STATES = ["requested", "draft", "failed", "approved", "withdrawn"] as const;

/** An approved release, whole. */
export const release = statistics.table(
  "release",
  {
    kommunCode: kommunCode(),
    /** "kompass-9001-2026Q1-1" */
    id: text("id").notNull(),
    releasedOn: localDate("released_on").notNull(),
    /** Everything about the release but its cells, as the domain's `ReleaseHead`. */
    head: jsonb("head").notNull(),
    /** Canonical JSON of all that was approved. */
    document: text("document").notNull(),
    sha256: text("sha256").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.id] }),
    check(
      "release_hash_of_document",
      sql`encode(sha256(convert_to(${t.document}, 'UTF8')), 'hex') = ${t.sha256}`,
    ),
  ],
);

/** The cells of a release by table and level of place, so that a page reads no more than it shows. */
export const releasePart = statistics.table(
  "release_part",
  {
    kommunCode: kommunCode(),
    releaseId: text("release_id").notNull(),
    tableName: text("table_name", { enum: RELEASE_TABLES }).notNull(),
    level: text("level", { enum: ["kommun", "omrade", "unit"] }).notNull(),
    /** As text, which is passed on as it is: putting jsonb together took most of a page's time. */
    cells: json("cells").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.releaseId, t.tableName, t.level] }),
    foreignKey({ columns: [t.kommunCode, t.releaseId], foreignColumns: [release.kommunCode, release.id] }),
  ],
);

/** A release on its way: asked for, made by a job, looked through, approved by a second person or withdrawn. */
export const releaseDraft = sealed.table(
  "release_draft",
  {
    kommunCode: kommunCode(),
    id: uuid("id").notNull(),
    state: text("state", { enum: DRAFT_STATES }).notNull(),
    periods: text("periods").array().notNull(),
    /** Absent = a job asked for it. */
    requestedBy: uuid("requested_by"),
    requestedAt: instant("requested_at").notNull().defaultNow(),
    releaseId: text("release_id"),
    madeAt: instant("made_at"),
    seconds: doublePrecision("seconds"),
    document: text("document"),
    sha256: text("sha256"),
    /** What each hidden cell holds and why it is hidden, by its place among the cells of the document. */
    truth: jsonb("truth"),
    /** The account of the protection, summed over all tables. */
    audit: jsonb("audit"),
    failure: text("failure"),
    decidedBy: uuid("decided_by"),
    decidedAt: instant("decided_at"),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.id] }),
    uniqueIndex("release_draft_one_open").on(t.kommunCode).where(sql`${t.state} in ('requested', 'draft')`),
    oneOf("release_draft_state_known", t.state, DRAFT_STATES),
    check(
      "release_draft_hash_of_document",
      sql`encode(sha256(convert_to(${t.document}, 'UTF8')), 'hex') = ${t.sha256}`,
    ),
    check(
      "release_draft_made_whole",
      sql`${t.state} not in ('draft', 'approved') or ${t.document} is not null`,
    ),
    check(
      "release_draft_second_person",
      sql`${t.state} <> 'approved' or (${t.decidedBy} is not null and ${t.decidedBy} is distinct from ${t.requestedBy})`,
    ),
    noLongerThan("release_draft_failure_length", t.failure, 2000),
  ],
);

/** One protected table of a draft with its proof: the true counts and the possible worlds. */
export const releaseSeries = sealed.table(
  "release_series",
  {
    kommunCode: kommunCode(),
    draftId: uuid("draft_id").notNull(),
    /** "uptake/barnsamtal/2026", "area_mean/trygghet/barn/2025/2026" */
    series: text("series").notNull(),
    /** As text: the order of a lattice's dimensions is part of it, and jsonb would sort them. */
    certificate: json("certificate").notNull(),
    /** The cells as they are released, by the codes of the table. */
    cells: jsonb("cells").notNull(),
    audit: jsonb("audit").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.draftId, t.series] }),
    foreignKey({
      columns: [t.kommunCode, t.draftId],
      foreignColumns: [releaseDraft.kommunCode, releaseDraft.id],
    }),
  ],
);

/** What breaks ties when cells are hidden: whoever knew it could reason about what was hidden for whom. */
export const releaseKey = sealed.table("release_key", {
  kommunCode: kommunCode().primaryKey(),
  key: text("key").notNull(),
});
