import type { ChildRelation } from "@kompassen/api/people";
import { expect, test } from "vitest";
import { day } from "#lib/behovskompass/history.test-support.ts";
import { currentRelations, responsibleRole } from "./current-relations.ts";

const today = day("2026-08-01");

const aRelation = (facts: Partial<ChildRelation>): ChildRelation => ({
  id: "r1",
  kind: "barnkontakt",
  personId: "p1",
  name: "Tuva Gran",
  title: "Rektor",
  validFrom: day("2025-01-01"),
  validTo: null,
  ...facts,
});

const contact = aRelation({});
const coordinator = aRelation({ id: "r2", kind: "stodsamordnare" });

test("the Stödsamordnare is responsible while there is one, then the Barnkontakt again", () => {
  expect(responsibleRole({ relations: [contact, coordinator] }, today)).toBe("stodsamordnare");
  const ended = { ...coordinator, validTo: day("2026-07-31") };
  expect(responsibleRole({ relations: [contact, ended] }, today)).toBe("barnkontakt");
});

test("a relation holds through its last day, and not before its first", () => {
  const lastDay = { ...coordinator, validTo: today };
  const notYet = aRelation({ id: "r3", kind: "samtalsledare", validFrom: day("2026-08-02") });
  const ids = currentRelations({ relations: [contact, notYet, lastDay] }, today).map(({ id }) => id);
  expect(ids).toEqual(["r2", "r1"]);
});
