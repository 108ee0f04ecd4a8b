import { describe, expect, it } from "vitest";
import { localDate } from "../shared/index.ts";
import { type ConsentRecord, covers } from "./covers.ts";

const on = localDate("2026-03-15");
const given = (over: Partial<ConsentRecord> = {}): ConsentRecord => ({
  step: "skriftligt_barnteam",
  guardianId: "anna",
  state: "given",
  decidedOn: localDate("2026-03-01"),
  validTo: null,
  ...over,
});

const coverage = (records: ConsentRecord[], over: Partial<Parameters<typeof covers>[1]> = {}) =>
  covers(records, { step: "skriftligt_barnteam", on, guardianIds: ["anna"], asksChild: false, ...over });
const missing = (...args: Parameters<typeof coverage>) => {
  const found = coverage(...args);
  return found.isCovered ? [] : found.missing.map(({ guardianId, why }) => `${guardianId} ${why}`);
};

describe("a step is covered", () => {
  it("when every guardian has given it", () => {
    expect(coverage([given()])).toEqual({ isCovered: true });
    expect(missing([given()], { guardianIds: ["anna", "bo"] })).toEqual(["bo not_asked"]);
    expect(missing([given(), given({ guardianId: "bo" })], { guardianIds: ["anna", "bo"] })).toEqual([]);
  });

  it("by that step alone", () => {
    expect(missing([given({ step: "muntligt" })])).toEqual(["anna not_asked"]);
    expect(missing([given()], { step: "skriftligt_individuellt" })).toEqual(["anna not_asked"]);
  });

  it("by the child too where the child is asked", () => {
    expect(missing([given()], { asksChild: true })).toEqual(["null not_asked"]);
    expect(missing([given(), given({ guardianId: null })], { asksChild: true })).toEqual([]);
  });

  it("by the child alone where there is no guardian to ask, never by nobody", () => {
    expect(missing([], { guardianIds: [] })).toEqual(["null not_asked"]);
    expect(missing([given({ guardianId: null })], { guardianIds: [] })).toEqual([]);
  });

  it.each(["asked", "declined", "withdrawn"] as const)("no longer once it is %s", (state) => {
    expect(missing([given(), given({ state, decidedOn: localDate("2026-03-10") })])).toEqual([
      `anna ${state}`,
    ]);
    expect(missing([given({ state, decidedOn: localDate("2026-02-01") }), given()])).toEqual([]);
  });

  it("by the latest answer, recorded late or not, and of two on a day by the one recorded last", () => {
    const withdrawn = given({ state: "withdrawn", decidedOn: localDate("2026-03-10") });
    expect(missing([withdrawn, given()])).toEqual(["anna withdrawn"]);
    expect(missing([given(), given({ state: "withdrawn" })])).toEqual(["anna withdrawn"]);
    expect(missing([given({ state: "withdrawn" }), given()])).toEqual([]);
  });

  it("from its day and through its last day", () => {
    expect(missing([given({ decidedOn: on })])).toEqual([]);
    expect(missing([given({ decidedOn: localDate("2026-03-16") })])).toEqual(["anna not_asked"]);
    expect(missing([given({ validTo: on })])).toEqual([]);
    expect(missing([given({ validTo: localDate("2026-03-14") })])).toEqual(["anna expired"]);
  });
});
