import type { Answer, Area } from "@kompassen/domain/behovskompass";
import { describe, expect, test } from "vitest";
import type { DraftContent } from "./draft-content.ts";
import { isSameContent, mergeContent } from "./merge-content.ts";

type Areas = Partial<Record<Area, [answers: Record<string, Answer>, comment?: string]>>;

function aDraft(areas: Areas, startingArea: Area | null = null): DraftContent {
  const filled = Object.entries(areas).map(([area, [answers, comment = ""]]) => [area, { answers, comment }]);
  return { startingArea, areas: Object.fromEntries(filled) };
}

const empty = aDraft({});

describe("two people in the same form", () => {
  test("who fill in different areas both get what they wrote", () => {
    const { content, conflicts } = mergeContent(
      empty,
      aDraft({ fritid: [{ a: 2 }] }),
      aDraft({ trygghet: [{ b: 4 }] }),
    );
    expect(conflicts).toEqual([]);
    expect(isSameContent(content, aDraft({ fritid: [{ a: 2 }], trygghet: [{ b: 4 }] }))).toBe(true);
  });

  test("who answer different statements of one area both get what they wrote", () => {
    const { content, conflicts } = mergeContent(
      aDraft({ omsorg: [{ a: 3 }] }),
      aDraft({ omsorg: [{ a: 3, b: 5 }] }),
      aDraft({ omsorg: [{ a: 3, c: "dont_know" }, "Mormor hämtar"] }),
    );
    expect(conflicts).toEqual([]);
    expect(content.areas.omsorg).toEqual({
      answers: { a: 3, b: 5, c: "dont_know" },
      comment: "Mormor hämtar",
    });
  });

  test("who answer the same statement differently are shown both, each with what does not clash", () => {
    const { conflicts } = mergeContent(
      empty,
      aDraft({ omsorg: [{ a: 2, b: 5 }, "Jag"] }),
      aDraft({ omsorg: [{ a: 4, c: 1 }] }),
    );
    expect(conflicts).toEqual([
      {
        area: "omsorg",
        mine: { answers: { a: 2, b: 5, c: 1 }, comment: "Jag" },
        saved: { answers: { a: 4, b: 5, c: 1 }, comment: "Jag" },
      },
    ]);
  });

  test("an answer that one of them took back is taken back", () => {
    const base = aDraft({ fritid: [{ a: 2 }] });
    expect(mergeContent(base, aDraft({ fritid: [{}] }), base).content.areas.fritid?.answers).toEqual({});
    expect(mergeContent(base, base, aDraft({ fritid: [{}] })).content.areas.fritid?.answers).toEqual({});
  });

  test("the same answer from both is no conflict", () => {
    const both = aDraft({ fritid: [{ a: 2 }, "Lika"] });
    expect(mergeContent(empty, both, both)).toEqual({ content: both, conflicts: [] });
  });

  test("the starting area that was saved first is kept", () => {
    const { content } = mergeContent(empty, aDraft({}, "fritid"), aDraft({}, "omsorg"));
    expect(content.startingArea).toBe("omsorg");
    expect(mergeContent(empty, aDraft({}, "fritid"), empty).content.startingArea).toBe("fritid");
  });
});

test("an area that was looked at is not the same as one that was not", () => {
  expect(isSameContent(aDraft({ fritid: [{}] }), empty)).toBe(false);
});
