import { expect, it } from "vitest";
import { hideShares, type ShareGroup } from "./hide-shares.ts";

const group = (key: string, n: number, part: number): ShareGroup => ({
  key,
  n,
  parts: [part],
  isClosed: false,
});
const PARTS = ["norr", "soder", "vast"];
const division = (hasInsiders = false) => [
  {
    whole: "kommun",
    into: PARTS,
    insiders: hasInsiders ? PARTS.map((unit) => ({ unit, within: unit })) : [],
  },
];

it("tells nothing of fewer than ten, and nothing where there is nobody", () => {
  const cells = hideShares([group("kommun", 9, 3), group("norr", 0, 0)], division());
  expect(cells.get("kommun")).toEqual([{ status: "protected" }]);
  expect(cells.get("norr")).toEqual([{ status: "not_applicable" }]);
});

it("shows bands, never a numerator", () => {
  const cells = hideShares([group("kommun", 25, 9)], []);
  expect(cells.get("kommun")).toEqual([{ status: "band", band: "35-39" }]);
});

it("hides the smallest shown part when whole per cents would give a small group away", () => {
  // Whole per cents of 110 and 112 children are whole children, so 6 to 8 of the other 8 could be reckoned.
  const groups = [
    group("kommun", 230, 116),
    group("norr", 110, 55),
    group("soder", 112, 53),
    group("vast", 8, 8),
  ];
  const cells = hideShares(groups, division());
  expect(cells.get("vast")).toEqual([{ status: "protected" }]);
  expect(cells.get("norr")).toEqual([{ status: "protected" }]);
  expect(cells.get("soder")).toEqual([{ status: "published", value: 47 }]);
  expect(cells.get("kommun")).toEqual([{ status: "published", value: 50 }]);
});

it("hides more when the staff of a part know their own", () => {
  const groups = [group("kommun", 44, 30), group("norr", 30, 26), group("soder", 9, 2), group("vast", 5, 2)];
  const open = hideShares(groups, division(false));
  const guarded = hideShares(groups, division(true));
  const hidden = (cells: typeof open) =>
    [...cells.values()].flat().filter(({ status }) => status === "protected").length;
  expect(hidden(guarded)).toBeGreaterThan(hidden(open));
});

it("leaves a whole open when its parts are all large", () => {
  const groups = [
    group("kommun", 60, 30),
    group("norr", 20, 10),
    group("soder", 20, 10),
    group("vast", 20, 10),
  ];
  const cells = [...hideShares(groups, division(true)).values()].flat();
  expect(cells.map(({ status }) => status)).not.toContain("protected");
});

it("hides all the shares of a group together", () => {
  const groups: ShareGroup[] = [{ key: "kommun", n: 40, parts: [10, 20, 5, 5], isClosed: true }];
  expect(hideShares(groups, []).get("kommun")).toEqual(Array(4).fill({ status: "protected" }));
});
