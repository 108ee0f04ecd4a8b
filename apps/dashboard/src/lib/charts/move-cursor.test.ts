import { describe, expect, test } from "vitest";
import { moveCursor } from "./move-cursor.ts";

const at = (series: number, point: number) => ({ series, point });

describe("the keyboard cursor", () => {
  test("goes along a series and stops at its ends", () => {
    expect(moveCursor([3, 2], at(0, 0), "ArrowRight")).toEqual(at(0, 1));
    expect(moveCursor([3, 2], at(0, 2), "ArrowRight")).toEqual(at(0, 2));
    expect(moveCursor([3, 2], at(0, 0), "ArrowLeft")).toEqual(at(0, 0));
    expect(moveCursor([3, 2], at(0, 1), "End")).toEqual(at(0, 2));
    expect(moveCursor([3, 2], at(0, 2), "Home")).toEqual(at(0, 0));
  });

  test("goes to the same place in the next series, or to its last point", () => {
    expect(moveCursor([3, 2], at(0, 1), "ArrowDown")).toEqual(at(1, 1));
    expect(moveCursor([3, 2], at(0, 2), "ArrowDown")).toEqual(at(1, 1));
    expect(moveCursor([3, 2], at(1, 1), "ArrowDown")).toEqual(at(1, 1));
    expect(moveCursor([3, 2], at(1, 0), "ArrowUp")).toEqual(at(0, 0));
  });

  test("with one series up and down step along it too", () => {
    expect(moveCursor([8], at(0, 3), "ArrowDown")).toEqual(at(0, 4));
    expect(moveCursor([8], at(0, 3), "ArrowUp")).toEqual(at(0, 2));
  });

  test("leaves other keys to the page", () => {
    expect(moveCursor([8], at(0, 3), "Tab")).toBeNull();
    expect(moveCursor([8], at(0, 3), "a")).toBeNull();
  });
});
