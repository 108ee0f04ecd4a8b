import { expect, test } from "vitest";
import { aRater, someMultiples } from "./charts.test-support.ts";
import { dayNumber } from "./day-number.ts";
import { toSmallMultiples } from "./to-small-multiples.ts";

const score = (value: number) => ({ value, text: String(value) });
const on = (date: string) => ({ date, text: date });

test("a blank breaks the line, and the score after it still knows the one before", () => {
  const [panel] = toSmallMultiples(
    someMultiples({
      series: [
        {
          rater: "barn",
          points: [
            { day: on("2025-01-10"), rating: score(3) },
            { day: on("2025-03-10"), rating: { blank: "vet ej" } },
            { day: on("2025-06-10"), rating: score(4) },
          ],
        },
      ],
    }),
  );
  const runs = panel?.series[0]?.runs ?? [];
  expect(runs.map((run) => run.map(({ value }) => value))).toEqual([[3], [4]]);
  expect(runs[1]?.[0]?.previous).toEqual(score(3));
});

test("the child, listed first, is drawn last and so on top", () => {
  const series = ["barn", "vardnadshavare"].map((rater) => ({ rater, points: [] }));
  const raters = [aRater("barn"), aRater("vardnadshavare")];
  const [panel] = toSmallMultiples(someMultiples({ series, raters }));
  expect(panel?.series.map(({ rater }) => rater.key)).toEqual(["vardnadshavare", "barn"]);
});

test("raters stand evenly to both sides, so that the day is their middle", () => {
  const raters = [aRater("barn"), aRater("vardnadshavare"), aRater("barnteam")];
  const series = raters.map(({ key }) => ({ rater: key, points: [] }));
  const [panel] = toSmallMultiples(someMultiples({ series, raters }));
  const nudges = panel?.series.map(({ nudge }) => nudge) ?? [];
  expect(nudges.reduce((sum, nudge) => sum + nudge, 0)).toBe(0);
  expect(new Set(nudges).size).toBe(3);
});

test("a support is cut to the time axis, goes on to its end while it lasts, and is left out beyond it", () => {
  const support = (key: string, from: string, to: string | null) => ({
    key,
    name: key,
    from: on(from),
    to: to === null ? null : on(to),
  });
  const supports = [
    support("before and into", "2023-01-01", "2025-02-01"),
    support("lasting", "2025-05-01", null),
    support("long ago", "2020-01-01", "2021-01-01"),
  ];
  const [panel] = toSmallMultiples(someMultiples({ supports }));
  expect(panel?.bands.map((band) => [band.support.key, band.from, band.to])).toEqual([
    ["before and into", dayNumber("2025-01-01"), dayNumber("2025-02-01")],
    ["lasting", dayNumber("2025-05-01"), dayNumber("2026-01-01")],
  ]);
});
