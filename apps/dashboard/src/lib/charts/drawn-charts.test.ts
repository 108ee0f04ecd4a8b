import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { messages } from "#lib/messages/sv/index.ts";
import { chartToCsv } from "./chart-to-csv.ts";
import {
  aRater,
  areaNames,
  aScore,
  eightRatings,
  march,
  someCompass,
  someMultiples,
  someReading,
} from "./charts.test-support.ts";
import { drawBlomma, drawCompass } from "./draw-compass.server.ts";
import { drawMultiples } from "./draw-multiples.server.ts";
import { drawReading } from "./draw-reading.server.ts";
import { isScore, type Rating } from "./types.ts";

const words = messages.charts;
const fours = Array.from({ length: 8 }, () => aScore(4));
const unchanged = { tone: "unchanged", text: "Ingen tydlig förändring" } as const;

const texts = (svg: string) =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text?.trim());
const spoken = (svg: string) => [...svg.matchAll(/data-spoken="([^"]*)"/g)].map(([, text]) => text ?? "");
const paths = (svg: string, colour: string) =>
  [...svg.matchAll(/<path[^>]*>/g)]
    .map(([path]) => path)
    .filter((path) => path.includes(`stroke="var(--${colour}`));
const outlines = (svg: string) =>
  paths(svg, "rater-barn").filter((path) => path.includes('stroke-width="2.5"'));
const numbers = (svg: string, pattern: RegExp) => pattern.exec(svg)?.slice(1).map(Number) ?? [];
const corners = (path: string | undefined) => path?.match(/[ML]-?[\d.]+,-?[\d.]+/g)?.length;

describe("the compass", () => {
  test("names the areas in the model's order, clockwise from the top", () => {
    const { svg } = drawCompass(someCompass(fours), words);
    const names = areaNames.map(([, name]) => name);
    expect(texts(svg).filter((text) => names.some((name) => name === text))).toEqual(names);
  });

  test("writes each name outside the mark it belongs to, on its own axis", () => {
    const { svg } = drawCompass(someCompass(Array.from({ length: 8 }, () => aScore(5))), words);
    for (const [index, [key, name]] of areaNames.entries()) {
      const angle = (index / 8) * 2 * Math.PI;
      const [markX, markY] = numbers(
        svg,
        new RegExp(`data-chart-area="${key}" data-spoken[^>]*translate\\(([-\\d.]+) ([-\\d.]+)`),
      );
      expect([markX, markY]).toEqual([
        expect.closeTo(112 * Math.sin(angle), 1),
        expect.closeTo(-112 * Math.cos(angle), 1),
      ]);
      const [textX, textY] = numbers(svg, new RegExp(`<text x="([-\\d.]+)" y="([-\\d.]+)"[^>]*>${name}<`));
      expect(textX, name).toBeCloseTo(126 * Math.sin(angle), 1);
      expect(Math.abs((textY ?? 0) + 126 * Math.cos(angle)), name).toBeLessThan(24);
    }
  });

  test("joins all eight corners, and leaves the outline open at an unrated area", () => {
    const whole = outlines(drawCompass(someCompass(fours), words).svg);
    const open = outlines(
      drawCompass(someCompass(fours.with(2, aScore(1)).toSpliced(4, 1, aScore(3))), words).svg,
    );
    const withGap: Rating[] = [...fours.slice(0, 4), { blank: "vet ej" }, ...fours.slice(5)];
    const gap = outlines(drawCompass(someCompass(withGap), words).svg);
    // The first path of the legend has the same look and two ends.
    expect(corners(whole[0])).toBe(9);
    expect(corners(open[0])).toBe(9);
    expect(corners(gap[0])).toBe(7);
  });

  test("puts value 1 on the inner ring, away from the middle, and has no ring for 0", () => {
    const { svg } = drawCompass(someCompass(Array.from({ length: 8 }, () => aScore(1))), words);
    expect(outlines(svg)[0]).toContain("M0,-22");
    expect(svg.match(/<circle/g)).toHaveLength(5);
    expect(texts(svg)).not.toContain("0");
  });

  test("fills neither outline", () => {
    const { svg } = drawCompass(someCompass(fours, fours), words);
    for (const path of [...outlines(svg), ...paths(svg, "compass-previous")].filter((path) =>
      path.includes(",-"),
    )) {
      expect(path).toContain('fill="none"');
    }
  });

  test("a missing answer is said in words and has no mark", () => {
    const { svg } = drawCompass(
      someCompass([{ blank: "vill inte svara nu" }, ...fours.slice(1)], fours),
      words,
    );
    expect(texts(svg)).toContain("4 → vill inte svara nu");
    expect(spoken(svg)).toHaveLength(7);
  });

  test("a point says area, rater, day, score and the score before", () => {
    const { svg } = drawCompass(someCompass(fours.with(1, aScore(3)), fours.with(1, aScore(2))), words);
    expect(spoken(svg)[1]).toBe("Trygghet, barnet, 15 mars 2026: 3 av 5, förra gången 2");
  });

  test("the flower has the same points", () => {
    const input = someCompass(fours.with(1, aScore(3)), fours);
    expect(spoken(drawBlomma(input, words).svg)).toEqual(spoken(drawCompass(input, words).svg));
  });
});

describe("every chart", () => {
  test("has the same numbers in the drawing, in what is read out, in the table and in the CSV", () => {
    fc.assert(
      fc.property(eightRatings, eightRatings, (current, previous) => {
        const compass = drawCompass(someCompass(current, previous), words);
        const reading = drawReading(someReading(current, previous, unchanged), words);
        const now = current.map((rating) => (isScore(rating) ? rating.text : rating.blank));
        for (const chart of [compass, reading]) {
          expect(chart.table.rows.map((row) => row[2])).toEqual(now);
          expect(
            chartToCsv(chart.table)
              .split("\r\n")
              .slice(1, 9)
              .map((line) => line.split(";")[2]),
          ).toEqual(now);
          const scored = current.flatMap((rating) => (isScore(rating) ? [rating.text] : []));
          expect(spoken(chart.svg).map((text) => / ([\d,]+) av 5/.exec(text)?.[1])).toEqual(scored);
          for (const text of scored)
            expect(texts(chart.svg).some((drawn) => drawn?.endsWith(`→ ${text}`))).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("is drawn without a number that is none, whatever is missing", () => {
    fc.assert(
      fc.property(eightRatings, eightRatings, (current, previous) => {
        const points = current.map((rating, index) => ({
          day: { date: `2025-0${index + 1}-11`, text: `dag ${index}` },
          rating,
        }));
        const svgs = [
          drawCompass(someCompass(current, previous), words).svg,
          drawBlomma(someCompass(current), words).svg,
          drawReading(someReading(current, previous, unchanged), words).narrowSvg ?? "",
          drawMultiples(someMultiples({ series: [{ rater: "barn", points }] }), words).panels[0]?.svg ?? "",
        ];
        for (const svg of svgs) {
          expect(svg).toMatch(/^<svg.*<\/svg>$/s);
          expect(svg).not.toMatch(/NaN|undefined|null|Infinity/);
        }
      }),
      { numRuns: 40 },
    );
  });

  test("escapes what people have written", () => {
    const input = {
      ...someCompass(fours),
      title: 'A "<script>" & B',
      caption: "<img src=x onerror=alert(1)>",
    };
    const { svg } = drawCompass({ ...input, rater: { ...aRater("barn"), name: "<b>x</b>" } }, words);
    expect(svg).not.toMatch(/<(script|img|b)\b/);
  });
});

describe("the small multiples", () => {
  test("draw one panel an area with one group of points a rater", () => {
    const series = ["barn", "barnteam"].map((rater) => ({
      rater,
      points: [{ day: march, rating: aScore(3) }],
    }));
    const input = {
      ...someMultiples({ series, raters: [aRater("barn"), aRater("barnteam")] }),
      to: "2026-06-01",
    };
    const { panels } = drawMultiples(input, words);
    expect(panels.map(({ key }) => key)).toEqual(["trygghet"]);
    expect(spoken(panels[0]?.svg ?? "")).toEqual([
      "Trygghet, barnteamet, 15 mars 2026: 3 av 5",
      "Trygghet, barnet, 15 mars 2026: 3 av 5",
    ]);
  });

  test("keep a blank in the table, with its reason, though it is not drawn", () => {
    const series = [{ rater: "barn", points: [{ day: march, rating: { blank: "vet ej" } }] }];
    const chart = drawMultiples(someMultiples({ series }), words);
    expect(chart.table.rows).toEqual([["Trygghet", "barnet", "15 mars 2026", "vet ej"]]);
    expect(spoken(chart.panels[0]?.svg ?? "")).toEqual([]);
  });
});

describe("the reading chart", () => {
  test("says when an area is compared with another day than the rest", () => {
    const input = someReading(fours, fours, unchanged);
    const october = { date: "2025-10-02", text: "2 oktober 2025" };
    const areas = input.areas.map((area, index) =>
      index === 7 ? { ...area, previous: { rating: aScore(4), day: october } } : area,
    );
    const { svg, table } = drawReading({ ...input, areas }, words);
    expect(svg.match(/jämfört med/g)).toHaveLength(1);
    expect(table.rows[7]?.[4]).toBe("jämfört med 2 oktober 2025, kort tid emellan");
  });
});
