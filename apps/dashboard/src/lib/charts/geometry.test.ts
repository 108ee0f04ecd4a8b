import { describe, expect, test } from "vitest";
import { linePath } from "./line-path.ts";
import { markPath } from "./mark-path.ts";
import { petalPath } from "./petal-path.ts";
import { polarPoint } from "./polar-point.ts";
import { raterLook } from "./rater-look.ts";

test("angles go clockwise from straight up", () => {
  expect(polarPoint(0, 10)).toEqual({ x: 0, y: -10 });
  expect(polarPoint(Math.PI / 2, 10)).toEqual({ x: 10, y: 0 });
  expect(polarPoint(Math.PI, 10)).toEqual({ x: 0, y: 10 });
});

test("a line through one point draws nothing to be seen", () => {
  expect(linePath([{ x: 1, y: 2 }])).toBe("M1 2");
  expect(
    linePath([
      { x: 1, y: 2 },
      { x: 3, y: 4 },
    ]),
  ).toBe("M1 2L3 4");
});

test("each rater's mark has a shape of its own", () => {
  const kinds = ["barn", "vardnadshavare", "barnteam", "profession"] as const;
  expect(new Set(kinds.map((kind) => markPath(kind, 5))).size).toBe(4);
});

test("two guardians are told apart by mark and by dash", () => {
  const mother = raterLook({ key: "vardnadshavare:1", kind: "vardnadshavare" });
  const father = raterLook({ key: "vardnadshavare:2", kind: "vardnadshavare" });
  expect(father.colour).toBe(mother.colour);
  expect(father.mark).not.toBe(mother.mark);
  expect(father.dash).not.toBe(mother.dash);
});

describe("a petal", () => {
  test("starts at its base and reaches its tip along its own direction", () => {
    expect(petalPath(0, 10, 100)).toMatch(/^M0 -10C.* 0 -100C.* 0 -10Z$/);
    expect(petalPath(Math.PI / 2, 10, 100)).toMatch(/^M10 0C.* 100 0C/);
  });
});
