import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toCompassRuns } from "./to-compass-runs.ts";
import type { Rating } from "./types.ts";

const scored = (value: number): Rating => ({ value, text: String(value) });
const dontKnow: Rating = { blank: "vet ej" };
const positions = (ratings: (Rating | null)[]) =>
  toCompassRuns(ratings).map((run) => run.map(({ position }) => position));

describe("the outline of a compass", () => {
  test("with every area rated is one run that ends where it began", () => {
    const [run, ...others] = toCompassRuns([4, 3, 2, 2, 5, 4, 3, 1].map(scored));
    expect(others).toEqual([]);
    expect(run?.map(({ position }) => position)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(run?.at(-1)?.value).toBe(4);
  });

  test("opens at an unrated area and goes round to its other side", () => {
    const ratings = [4, 3, 2, 2, 5, 4, 3, 1].map(scored);
    ratings[4] = dontKnow;
    expect(positions(ratings)).toEqual([[5, 6, 7, 8, 9, 10, 11]]);
  });

  test("an area alone between two unrated ones has no line", () => {
    const ratings = [4, 3, 2, 2, 5, 4, 3, 1].map(scored);
    ratings[2] = dontKnow;
    ratings[4] = dontKnow;
    expect(positions(ratings)).toEqual([[3], [5, 6, 7, 8, 9]]);
  });

  test("without any rating there is none", () => {
    expect(toCompassRuns(Array.from({ length: 8 }, () => dontKnow))).toEqual([]);
    expect(toCompassRuns(Array.from({ length: 8 }, () => null))).toEqual([]);
  });

  test("never draws through an unrated area, never invents a value, and leaves no rated area out", () => {
    const rating = fc.oneof(
      fc.integer({ min: 1, max: 5 }).map(scored),
      fc.constant(dontKnow),
      fc.constant(null),
    );
    fc.assert(
      fc.property(fc.array(rating, { minLength: 8, maxLength: 8 }), (ratings) => {
        const runs = toCompassRuns(ratings);
        const seen = new Set<number>();
        for (const run of runs) {
          for (const [index, corner] of run.entries()) {
            const source = ratings[corner.position % 8];
            expect(source).toMatchObject({ value: corner.value });
            if (index > 0) expect(corner.position).toBe((run[index - 1]?.position ?? 0) + 1);
            seen.add(corner.position % 8);
          }
        }
        expect(seen.size).toBe(
          ratings.filter((candidate) => candidate !== null && "value" in candidate).length,
        );
      }),
    );
  });
});
