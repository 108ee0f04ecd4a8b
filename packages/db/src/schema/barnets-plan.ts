import { SUPPORT_KINDS, SUPPORT_STATUSES } from "@kompassen/domain/barnets-plan";
import { AREAS } from "@kompassen/domain/behovskompass";
import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { id, kommunCode, localDate, noLongerThan, oneOf, version } from "./columns.ts";
import { child } from "./people.ts";

/** A support: what, in which area, by whom, from when to when. */
export const support = pgTable(
  "support",
  {
    kommunCode: kommunCode(),
    id: id(),
    childId: uuid("child_id").notNull(),
    area: text("area", { enum: AREAS }).notNull(),
    kind: text("kind", { enum: SUPPORT_KINDS }).notNull(),
    description: text("description").notNull(),
    /** Min medhjälpare: who gives the support. */
    givenBy: text("given_by").notNull(),
    status: text("status", { enum: SUPPORT_STATUSES }).notNull(),
    startsOn: localDate("starts_on").notNull(),
    endsOn: localDate("ends_on"),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.id] }),
    foreignKey({ columns: [t.kommunCode, t.childId], foreignColumns: [child.kommunCode, child.id] }),
    index("support_by_child").on(t.kommunCode, t.childId),
    oneOf("support_area_known", t.area, AREAS),
    oneOf("support_kind_known", t.kind, SUPPORT_KINDS),
    oneOf("support_status_known", t.status, SUPPORT_STATUSES),
    check("support_runs_forward", sql`${t.endsOn} is null or ${t.endsOn} >= ${t.startsOn}`),
    noLongerThan("support_description_length", t.description, 2000),
    noLongerThan("support_given_by_length", t.givenBy, 200),
  ],
);

/** Something that happened in the child's life and belongs in the picture (Tidigare händelser). */
export const lifeEvent = pgTable(
  "life_event",
  {
    kommunCode: kommunCode(),
    id: id(),
    childId: uuid("child_id").notNull(),
    happenedOn: localDate("happened_on").notNull(),
    description: text("description").notNull(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.id] }),
    foreignKey({ columns: [t.kommunCode, t.childId], foreignColumns: [child.kommunCode, child.id] }),
    index("life_event_by_child").on(t.kommunCode, t.childId),
    noLongerThan("life_event_description_length", t.description, 2000),
  ],
);
