import { describe, expect, test } from "vitest";
import { parseReturnPath } from "./parse-return-path.ts";

describe("the way back after a form", () => {
  test("keeps a path of our own with its choices", () => {
    expect(parseReturnPath("/barn/3f/behovskompass?skattare=barn")).toBe(
      "/barn/3f/behovskompass?skattare=barn",
    );
  });

  test.each([
    "https://example.org/",
    "//example.org/x",
    "/\\example.org",
    "/\t/example.org",
    "/x/..//example.org",
    "/.//example.org",
    "javascript:alert(1)",
    "",
    null,
    42,
  ])("never leaves the site: %j", (value) => {
    expect(parseReturnPath(value)).toBe("/");
  });
});
