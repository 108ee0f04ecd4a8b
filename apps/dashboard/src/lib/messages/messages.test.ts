import { describe, expect, test } from "vitest";
import { messages as en } from "./en/index.ts";
import { messages as sv } from "./sv/index.ts";

type Leaf = { path: string; kind: string; text: string };

function leaves(value: unknown, path: string): Leaf[] {
  if (typeof value === "string") return [{ path, kind: "text", text: value }];
  if (typeof value === "function") return [{ path, kind: `function of ${value.length}`, text: "" }];
  if (typeof value !== "object" || value === null) return [{ path, kind: typeof value, text: "" }];
  return Object.entries(value).flatMap(([key, child]) => leaves(child, `${path}.${key}`));
}

const swedish = leaves(sv, "messages");
const english = leaves(en, "messages");

/** Names and signs that are the same in both languages. */
const sameInBoth = new Set(["messages.shell.product", "messages.charts.noScore"]);

describe("the dictionaries", () => {
  test("hold the same texts with the same parameters in every language", () => {
    const shape = (all: Leaf[]) => all.map(({ path, kind }) => `${path}: ${kind}`).sort();
    expect(shape(english)).toEqual(shape(swedish));
  });

  test("leave no text empty or untrimmed", () => {
    const broken = [...swedish, ...english].filter(
      ({ kind, text }) => kind === "text" && (text === "" || text !== text.trim()),
    );
    expect(broken).toEqual([]);
  });

  test("leave nothing untranslated", () => {
    const swedishText = new Map(swedish.map(({ path, text }) => [path, text]));
    const untranslated = english
      .filter(({ path, kind, text }) => kind === "text" && text === swedishText.get(path))
      .map(({ path }) => path)
      .filter((path) => !sameInBoth.has(path));
    expect(untranslated).toEqual([]);
  });
});
