import { localDate } from "@kompassen/domain/shared";
import { expect, test } from "vitest";
import { toOrganisationTree } from "./to-organisation-tree.ts";

const today = localDate("2026-03-15");
const omrade = (id: string, validTo: string | null = null) => ({
  id,
  name: id,
  validTo: validTo === null ? null : localDate(validTo),
  version: 1,
});
const unit = (id: string, omradeId: string | null, validTo: string | null = null) => ({
  ...omrade(id, validTo),
  code: id,
  kind: "grundskola" as const,
  omradeId,
  huvudman: null,
  schoolUnitCode: null,
  staff: 0,
});

test("the tree has areas with their places, loose places last, and closed places apart", () => {
  const tree = toOrganisationTree(
    {
      kommun: { code: "9001", name: "Prövland" },
      omraden: [omrade("norr"), omrade("gammalt", "2025-01-01"), omrade("kvar", "2025-01-01")],
      units: [
        unit("a", "norr"),
        unit("b", null),
        unit("c", "norr", "2026-03-14"),
        unit("d", "kvar", "2026-03-15"),
      ],
    },
    today,
  );
  expect(tree.branches.map(({ omrade, units }) => [omrade?.id, units.map(({ id }) => id)])).toEqual([
    ["norr", ["a"]],
    ["kvar", ["d"]],
    [undefined, ["b"]],
  ]);
  expect(tree.closed.map(({ id }) => id)).toEqual(["c"]);
});
