import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { lightColours } from "./chart-colours.ts";
import { contrast } from "./contrast.test-support.ts";

const stylesheet = readFileSync(new URL("../../styles/colours.css", import.meta.url), "utf8");
const declared = new Map(
  [...stylesheet.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = "", light = "", dark = ""]) => [name, { light, dark }],
  ),
);

const colour = (name: string, theme: "light" | "dark"): string => {
  const pair = declared.get(name);
  if (pair === undefined) throw new Error(`No colour ${name} in the stylesheet`);
  return pair[theme];
};

test("a saved chart has the colours of the page's light theme", () => {
  for (const [name, value] of Object.entries(lightColours))
    expect([name, value]).toEqual([name, colour(name, "light")]);
});

const textColours = [
  "ink",
  "muted",
  "accent",
  "accent-strong",
  "error",
  "state-improvement",
  "state-maintained",
  "state-unchanged",
  "state-decline",
  "state-not-comparable",
];
const grounds = ["paper", "raised", "sunken"];

test.each(["light", "dark"] as const)("text can be read on every ground in the %s theme (4.5)", (theme) => {
  for (const text of textColours) {
    for (const ground of grounds) {
      const ratio = contrast(colour(text, theme), colour(ground, theme));
      expect(ratio, `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  }
  expect(contrast(colour("on-accent", theme), colour("accent", theme))).toBeGreaterThanOrEqual(4.5);
  expect(contrast(colour("on-accent", theme), colour("accent-strong", theme))).toBeGreaterThanOrEqual(4.5);
});

test.each(["light", "dark"] as const)("marks, edges and focus stand out in the %s theme (3)", (theme) => {
  const marks = [
    "rater-barn",
    "rater-vardnadshavare",
    "rater-barnteam",
    "rater-profession",
    "compass-previous",
  ];
  for (const mark of [...marks, "edge", "focus"]) {
    expect(contrast(colour(mark, theme), colour("paper", theme)), mark).toBeGreaterThanOrEqual(3);
  }
});
