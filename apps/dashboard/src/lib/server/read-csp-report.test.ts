import { expect, test } from "vitest";
import { readCspReport } from "./read-csp-report.ts";

const OWN = "https://kompassen.example";
const read = (report: unknown) => readCspReport(JSON.stringify({ "csp-report": report }), OWN);

test.each([
  ["inline", "inline"],
  ["eval", "eval"],
  ["data:image/png;base64,AAAA", "data"],
  [`${OWN}/barn/0190f3a2`, "own"],
  ["https://example.org/x?barn=Nilo", "other"],
  ["", "other"],
])("of what was blocked, %s, the kind is kept and nothing else", (uri, kind) => {
  const sent = {
    "document-uri": `${OWN}/barn/0190f3a2`,
    "effective-directive": "script-src-elem",
    "blocked-uri": uri,
    "script-sample": "Nilo",
  };
  expect(read(sent)).toEqual({ directive: "script-src-elem", blocked: kind });
});

test("an older browser's name of the directive is read too, without its sources", () => {
  const sent = { "violated-directive": "img-src 'self'", "blocked-uri": "inline" };
  expect(read(sent)).toEqual({ directive: "img-src", blocked: "inline" });
});

test("what is no report, or too long, is nothing", () => {
  expect(read(null)).toBeNull();
  expect(read({ "effective-directive": 1, "blocked-uri": "inline" })).toBeNull();
  expect(read({ "effective-directive": "x".repeat(20_000), "blocked-uri": "inline" })).toBeNull();
  expect(readCspReport("[", OWN)).toBeNull();
});
