import { describe, expect, test } from "vitest";
import { moveCursor } from "./move-cursor.ts";

const at = (series: number, point: number) => ({ series, point });
/** A series of three points beside one of two. */
const two = [
  [10, 50, 90],
  [20, 95],
];

describe("the keyboard cursor", () => {
  test("goes along a series and stops at its ends", () => {
    expect(moveCursor(two, at(0, 0), "ArrowRight")).toEqual(at(0, 1));
    expect(moveCursor(two, at(0, 2), "ArrowRight")).toEqual(at(0, 2));
    expect(moveCursor(two, at(0, 0), "ArrowLeft")).toEqual(at(0, 0));
    expect(moveCursor(two, at(0, 1), "End")).toEqual(at(0, 2));
    expect(moveCursor(two, at(0, 2), "Home")).toEqual(at(0, 0));
  });

  test("goes to the nearest point in the next series, and stays at the last", () => {
    expect(moveCursor(two, at(0, 1), "ArrowDown")).toEqual(at(1, 0));
    expect(moveCursor(two, at(0, 2), "ArrowDown")).toEqual(at(1, 1));
    expect(moveCursor(two, at(1, 1), "ArrowDown")).toEqual(at(1, 1));
    expect(moveCursor(two, at(1, 1), "ArrowUp")).toEqual(at(0, 2));
    expect(moveCursor(two, at(0, 2), "ArrowUp")).toEqual(at(0, 2));
  });

  test("with one series up and down step along it too", () => {
    const [one = []] = two;
    expect(moveCursor([one], at(0, 1), "ArrowDown")).toEqual(at(0, 2));
    expect(moveCursor([one], at(0, 1), "ArrowUp")).toEqual(at(0, 0));
  });

  test("leaves other keys to the page", () => {
    expect(moveCursor(two, at(0, 0), "Tab")).toBeNull();
    expect(moveCursor(two, at(0, 0), "a")).toBeNull();
  });
});
