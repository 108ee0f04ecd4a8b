import type { CaseloadChild } from "@kompassen/api/people";
import type { WorkReason } from "@kompassen/domain/caseload";
import { describe, expect, test } from "vitest";
import { day } from "#lib/behovskompass/history.test-support.ts";
import { messages } from "#lib/messages/sv/index.ts";
import { toCaseload } from "./to-caseload.ts";

const today = day("2026-08-01");

const aChild = (facts: Partial<CaseloadChild> = {}): CaseloadChild => ({
  id: "barn-1",
  givenName: "Nilo",
  caseNumber: "ABC-123",
  birthDate: day("2018-02-03"),
  unitName: "Strandskolan",
  isProtected: false,
  followAs: "stodsamordnare",
  nextFollowUpOn: null,
  followUpStatus: "missing_date",
  lastCompassOn: null,
  work: { section: "nothing_now", reasons: [] },
  glyph: null,
  openDraftId: null,
  ...facts,
});

const needing = (...reasons: readonly WorkReason[]) => ({ section: "needs_assessment", reasons }) as const;

function rowOf(child: CaseloadChild) {
  const sections = toCaseload({ today, children: [child] }, messages, "sv");
  const row = sections.flatMap(({ rows }) => rows)[0];
  if (row === undefined) throw new Error("no row");
  return row;
}

describe("the work list", () => {
  test("has three parts and one for protected identity, also when they are empty, and keeps the order it was given", () => {
    const children = [
      aChild({ id: "a", work: needing({ kind: "decline", areas: ["trygghet"] }) }),
      aChild({ id: "b" }),
      aChild({ id: "c", work: needing({ kind: "stagnation", areas: ["fritid"] }) }),
    ];
    const sections = toCaseload({ today, children }, messages, "sv");
    expect(sections.map(({ key, rows }) => [key, rows.map(({ id }) => id)])).toEqual([
      ["protected_identity", []],
      ["needs_assessment", ["a", "c"]],
      ["follow_up", []],
      ["nothing_now", ["b"]],
    ]);
  });

  test("says each reason as a sentence with its areas; at most three, and how many more", () => {
    const row = rowOf(
      aChild({
        nextFollowUpOn: day("2026-07-20"),
        work: needing(
          { kind: "decline", areas: ["trygghet", "ma_bra", "fritid"] },
          { kind: "overdue", areas: [] },
          { kind: "divergence", areas: ["omsorg"], isChildLowest: true },
          { kind: "draft_open", areas: [] },
        ),
      }),
    );
    expect(row.reasons.map(({ text }) => text)).toEqual([
      "Trygghet, Må bra och Fritid: tillbaka sedan förra gången.",
      "Uppföljningen skulle ha gjorts 20 jul 2026.",
      "Omsorg: skattningarna skiljer sig åt, och barnets är lägst.",
    ]);
    expect(row.furtherReasons).toBe(1);
  });

  test("counts the days to a follow-up that is near", () => {
    const soon = (date: string) =>
      rowOf(
        aChild({
          nextFollowUpOn: day(date),
          work: { section: "follow_up", reasons: [{ kind: "soon", areas: [] }] },
        }),
      ).reasons[0]?.text;
    expect(soon("2026-08-01")).toBe("Uppföljningen är i dag.");
    expect(soon("2026-08-02")).toBe("Uppföljningen är i morgon, 2 aug 2026.");
    expect(soon("2026-08-11")).toBe("Uppföljningen är om 10 dagar, 11 aug 2026.");
  });

  test("keeps a child with protected identity apart, by its case number alone", () => {
    const hidden = { givenName: null, birthDate: null, unitName: null, isProtected: true, glyph: null };
    const sections = toCaseload({ today, children: [aChild(hidden)] }, messages, "sv");
    expect(sections.map(({ key, rows }) => [key, rows.length])).toEqual([
      ["protected_identity", 1],
      ["needs_assessment", 0],
      ["follow_up", 0],
      ["nothing_now", 0],
    ]);
    expect(sections[0]?.rows[0]).toMatchObject({ name: null, facts: [], glyph: null });
  });

  test("leads to the one thing to do next; an open form goes before everything", () => {
    const actionOf = (facts: Partial<CaseloadChild>) => rowOf(aChild(facts)).action.href;
    expect(actionOf({})).toBe("/barn/barn-1/behovskompass");
    expect(actionOf({ work: needing({ kind: "stagnation", areas: ["fritid"] }) })).toBe(
      "/barn/barn-1/behovskompass",
    );
    const followUp = (kind: "overdue" | "missing_date") => ({
      work: { section: "follow_up" as const, reasons: [{ kind, areas: [] as const }] },
    });
    expect(actionOf(followUp("overdue"))).toBe("/barn/barn-1/uppfoljning");
    expect(actionOf(followUp("missing_date"))).toBe("/barn/barn-1/uppgifter#datum");
    expect(actionOf({ ...followUp("overdue"), openDraftId: "d1" })).toBe("/barn/barn-1/uppfoljning/d1");
  });

  test("says as what one follows a child only where that differs", () => {
    const mixed = [aChild({ id: "a" }), aChild({ id: "b", followAs: "barnkontakt" })];
    const rows = toCaseload({ today, children: mixed }, messages, "sv").flatMap((section) => section.rows);
    expect(rows[0]?.facts).toContain("du är Stödsamordnare");
    expect(rowOf(aChild()).facts).not.toContain("du är Stödsamordnare");
  });
});
