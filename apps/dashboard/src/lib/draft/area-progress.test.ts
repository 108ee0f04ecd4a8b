import { AREAS } from "@kompassen/domain/behovskompass";
import { describe, expect, test } from "vitest";
import { areaStatus, countByStatus, nextArea } from "./area-progress.ts";
import { withAnswer, withComment, withStart, withVisit } from "./change-content.ts";
import type { DraftContent, FormArea } from "./draft-content.ts";

const areas: FormArea[] = AREAS.map((key) => ({
  key,
  name: key,
  sentence: key,
  statements: [{ key, text: null }],
}));
const empty: DraftContent = { startingArea: null, areas: {} };

describe("the map of the circle", () => {
  test("tells what is answered, what was passed over and what is left", () => {
    const content = withVisit(withAnswer(empty, "fritid", "fritid", 2), "omsorg");
    expect(areaStatus(content, "fritid")).toBe("done");
    expect(areaStatus(content, "omsorg")).toBe("skipped");
    expect(areaStatus(content, "trygghet")).toBe("left");
    expect(countByStatus(content, areas)).toEqual({ done: 1, skipped: 1, left: 6 });
  });

  test.each(["dont_know", "declined"] as const)("%s is an answer like any other", (answer) => {
    expect(areaStatus(withAnswer(empty, "fritid", "fritid", answer), "fritid")).toBe("done");
  });

  test("an answer that is taken back leaves the area looked at", () => {
    const content = withAnswer(withAnswer(empty, "fritid", "fritid", 2), "fritid", "fritid", null);
    expect(areaStatus(content, "fritid")).toBe("skipped");
    expect(content.areas.fritid?.answers).toEqual({});
  });

  test("words alone are not an answer", () => {
    expect(areaStatus(withComment(empty, "fritid", "Fotboll"), "fritid")).toBe("skipped");
  });
});

describe("the next area", () => {
  test("goes round the circle from where one is, past what has been looked at", () => {
    const content = withVisit(withAnswer(empty, "utvecklas", "utvecklas", 3), "omsorg");
    expect(nextArea(content, areas, "utvecklas")).toBe("trygghet");
  });

  test("is none when all have been looked at", () => {
    const content = areas.reduce((seen, { key }) => withVisit(seen, key), empty);
    expect(nextArea(content, areas, "fritid")).toBeNull();
  });
});

test("the area that the child began with is not moved by a later choice", () => {
  expect(withStart(withStart(empty, "fritid"), "omsorg").startingArea).toBe("fritid");
});
