import { expect, test } from "vitest";
import { shareCell } from "./share-band.ts";

const band = (text: string) => ({ status: "band", band: text });

test.each([
  [0, 10, band("<=20")],
  [2, 10, band("<=20")],
  [3, 10, band("30-39")],
  [5, 19, band("21-29")],
  [8, 10, band(">=80")],
  [10, 10, band(">=80")],
  [2, 20, band("<=10")],
  [3, 20, band("15-19")],
  [18, 20, band(">=90")],
  [2, 40, band("<=5")],
  [3, 40, band("6-9")],
  [38, 40, band(">=95")],
  [0, 100, band("<=2")],
  [50, 100, { status: "published", value: 50 }],
  [4, 199, { status: "published", value: 3 }],
  [195, 199, { status: "published", value: 97 }],
  [3, 199, band("<=2")],
  [3, 200, { status: "published", value: 2 }],
  [2, 200, band("<=1")],
  [300, 300, band(">=99")],
  [34, 39, band("85-89")],
  [92, 99, band("90-94")],
])("P5: %i of %i", (part, n, cell) => {
  expect(shareCell(part, n)).toEqual(cell);
});

test("P2 and nobody: fewer than ten are protected, none is not applicable", () => {
  expect(shareCell(4, 9)).toEqual({ status: "protected" });
  expect(shareCell(0, 0)).toEqual({ status: "not_applicable" });
});

test("no share of fewer than 100 children is given as a single per cent", () => {
  for (let n = 10; n < 100; n++) {
    const said = Map.groupBy(
      Array.from({ length: n + 1 }, (_, part) => part),
      (part) => JSON.stringify(shareCell(part, n)),
    );
    expect([...said.keys()].filter((cell) => cell.includes("published"))).toEqual([]);
  }
});

test("all and none are never told apart from nearly all and nearly none", () => {
  for (const n of [10, 25, 60, 150, 400]) {
    expect(shareCell(0, n)).toEqual(shareCell(1, n));
    expect(shareCell(n, n)).toEqual(shareCell(n - 1, n));
  }
});
