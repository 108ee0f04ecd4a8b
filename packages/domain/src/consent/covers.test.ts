import { describe, expect, it } from "vitest";
import { AREAS } from "../behovskompass/index.ts";
import { localDate } from "../shared/index.ts";
import { type ConsentRecord, mayCorrect } from "./consent-record.ts";
import { covers } from "./covers.ts";

const on = localDate("2026-03-15");
const given = (over: Partial<ConsentRecord> = {}): ConsentRecord => ({
  id: "first",
  step: "skriftligt_barnteam",
  guardianId: "anna",
  state: "given",
  decidedOn: localDate("2026-03-01"),
  validTo: null,
  corrects: null,
  scope: [],
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

  it("not against the child's own no, asked or not; its silence is no no", () => {
    expect(missing([given(), given({ guardianId: null, state: "declined" })])).toEqual(["null declined"]);
    expect(missing([given(), given({ guardianId: null, state: "withdrawn" })])).toEqual(["null withdrawn"]);
    expect(missing([given(), given({ guardianId: null, state: "asked" })])).toEqual([]);
    const regretted = [given({ guardianId: null, state: "declined" }), given({ guardianId: null })];
    expect(missing([given(), ...regretted])).toEqual([]);
    const otherStep = given({ guardianId: null, state: "declined", step: "muntligt" });
    expect(missing([given(), otherStep])).toEqual([]);
  });

  it("by the child alone where there is no guardian to ask, never by nobody", () => {
    expect(missing([], { guardianIds: [] })).toEqual(["null not_asked"]);
    expect(missing([given({ guardianId: null })], { guardianIds: [] })).toEqual([]);
  });

  it.each(["asked", "declined", "withdrawn"] as const)("no longer once it is %s", (state) => {
    const later = given({ state, decidedOn: localDate("2026-03-10") });
    expect(missing([given(), later])).toEqual([`anna ${state}`]);
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

describe("a record that was wrong", () => {
  it("never counts again: what corrects it does, or what was there before", () => {
    const wrong = given({ id: "wrong", decidedOn: localDate("2026-03-12") });
    const asked = given({
      id: "right",
      corrects: "wrong",
      state: "asked",
      decidedOn: localDate("2026-02-01"),
    });
    expect(missing([wrong])).toEqual([]);
    expect(missing([wrong, asked])).toEqual(["anna asked"]);
    expect(missing([given(), wrong, asked])).toEqual([]);
  });

  it("is corrected as an answer of the same party to the same step, unless the guardian wrote it", () => {
    const wrong = { ...given({ id: "wrong", state: "withdrawn" }), isByOwnLogin: false };
    const right = given({ id: "right", corrects: "wrong" });
    expect(mayCorrect(wrong, right)).toBe(true);
    expect(mayCorrect(wrong, { ...right, guardianId: "bo" })).toBe(false);
    expect(mayCorrect(wrong, { ...right, guardianId: null })).toBe(false);
    expect(mayCorrect(wrong, { ...right, step: "muntligt" })).toBe(false);
    expect(mayCorrect({ ...wrong, isByOwnLogin: true }, right)).toBe(false);
    const ofChild = { ...wrong, guardianId: null };
    expect(mayCorrect(ofChild, { ...right, guardianId: null })).toBe(true);
  });

  it("of somebody else leaves the own answer as it was", () => {
    const wrong = given({ id: "wrong", guardianId: "bo" });
    const right = given({ id: "right", guardianId: "bo", corrects: "wrong", state: "declined" });
    expect(missing([given(), wrong, right], { guardianIds: ["anna", "bo"] })).toEqual(["bo declined"]);
  });
});

describe("a consent with lines", () => {
  const line = { fromUnitId: "school", toUnitId: "bup", areas: ["ma_bra", "fritid"] as const };
  const listed = given({ scope: [line] });
  const to = (
    toUnitId: string | null,
    areas: readonly (typeof AREAS)[number][],
    fromUnitId: string | null = null,
  ) => missing([listed], { share: { fromUnitId, toUnitId, areas } });

  it("reaches the units and areas of its lines and no others", () => {
    expect(to("bup", ["ma_bra"])).toEqual([]);
    expect(to("bup", ["ma_bra", "fritid"])).toEqual([]);
    expect(to("bup", ["ma_bra", "omsorg"])).toEqual(["anna outside_scope"]);
    expect(to("police", ["ma_bra"])).toEqual(["anna outside_scope"]);
    expect(to(null, ["ma_bra"])).toEqual(["anna outside_scope"]);
  });

  it("lets only the named sender send, and opens nothing to the sender", () => {
    expect(to("bup", ["ma_bra"], "school")).toEqual([]);
    expect(to("bup", ["ma_bra"], "clinic")).toEqual(["anna outside_scope"]);
    expect(to("school", AREAS)).toEqual(["anna outside_scope"]);
    expect(to("school", ["ma_bra"])).toEqual(["anna outside_scope"]);
  });

  it("adds its lines together", () => {
    const rest = AREAS.filter((area) => !line.areas.some((known) => known === area));
    const both = given({ scope: [line, { fromUnitId: "clinic", toUnitId: "bup", areas: rest }] });
    const share = { fromUnitId: null, toUnitId: "bup", areas: AREAS };
    expect(missing([both], { share })).toEqual([]);
    expect(missing([listed], { share })).toEqual(["anna outside_scope"]);
  });

  it("without lines is for the whole team of the step", () => {
    expect(missing([given()], { share: { fromUnitId: null, toUnitId: "police", areas: AREAS } })).toEqual([]);
  });

  it("of the child's own limits what may be told, also when the child need not be asked", () => {
    const own = given({ guardianId: null, scope: [line] });
    const ended = { ...own, validTo: localDate("2026-03-02") };
    const share = { fromUnitId: null, toUnitId: "police", areas: ["fritid"] as const };
    expect(missing([given(), own], { share })).toEqual(["null outside_scope"]);
    expect(missing([given(), own])).toEqual([]);
    expect(missing([given(), ended])).toEqual([]);
    expect(missing([given(), own], { share: { ...share, toUnitId: "bup" } })).toEqual([]);
  });

  it("is asked of each party", () => {
    const share = { fromUnitId: null, toUnitId: "police", areas: ["fritid"] as const };
    const records = [given(), given({ guardianId: "bo", scope: [line] })];
    expect(missing(records, { guardianIds: ["anna", "bo"], share })).toEqual(["bo outside_scope"]);
  });
});
