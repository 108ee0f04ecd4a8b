import { describe, expect, it } from "vitest";
import { suggestSuccessors } from "./hand-over.ts";

const nurse = { id: "nurse", unitId: "bvc-1", unitKind: "bvc" } as const;
const preschool = { id: "preschool", unitId: "fsk-1", unitKind: "forskola" } as const;
const otherPreschool = { id: "other", unitId: "fsk-2", unitKind: "forskola" } as const;
const school = { id: "school", unitId: "sko-1", unitKind: "grundskola" } as const;
const STAFF = [nurse, school, otherPreschool, preschool];

describe("who might take over as Barnkontakt", () => {
  it("is first whoever works where the child is now, then those of the next kind", () => {
    expect(suggestSuccessors(STAFF, { personId: "nurse", unitKind: "bvc", childUnitId: "fsk-1" })).toEqual([
      { id: "preschool", reason: "at_childs_unit" },
      { id: "other", reason: "next_in_chain" },
    ]);
  });

  it("is the next kind alone while the place is hidden, and nobody after the last of the chain", () => {
    expect(
      suggestSuccessors(STAFF, { personId: "preschool", unitKind: "forskola", childUnitId: null }),
    ).toEqual([{ id: "school", reason: "next_in_chain" }]);
    expect(
      suggestSuccessors(STAFF, { personId: "school", unitKind: "grundskola", childUnitId: "sko-1" }),
    ).toEqual([]);
  });

  it("knows no next for a kind outside the chain", () => {
    expect(suggestSuccessors(STAFF, { personId: "x", unitKind: "bup", childUnitId: null })).toEqual([]);
    expect(suggestSuccessors(STAFF, { personId: "x", unitKind: null, childUnitId: "bvc-1" })).toEqual([
      { id: "nurse", reason: "at_childs_unit" },
    ]);
  });
});
