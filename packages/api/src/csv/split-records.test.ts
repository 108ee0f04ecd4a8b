import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { detectDelimiter, splitPlain, splitQuoted, splitRecords } from "./split-records.ts";

const delimiters = fc.constantFrom("," as const, ";" as const);

describe("splitting text into records", () => {
  it("gives the same for plain text as the full parser", () => {
    const cell = fc.stringMatching(/^[a-z0-9 åäö.:\t-]{0,6}$/);
    const lineEnd = fc.constantFrom("\n", "\r\n");
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.array(cell, { minLength: 1, maxLength: 5 }), lineEnd), { maxLength: 8 }),
        delimiters,
        (lines, delimiter) => {
          const text = lines.map(([cells, end]) => cells.join(delimiter) + end).join("");
          expect(splitPlain(text, delimiter)).toEqual(splitQuoted(text, delimiter));
        },
      ),
    );
  });

  it("keeps separators, line ends and quotation marks inside a quoted cell", () => {
    expect(splitRecords('a,"b,""c""\nd"\n\ne,f\n', ",")).toEqual({
      records: [["a", 'b,"c"\nd'], [""], ["e", "f"]],
      hasOpenQuote: false,
    });
  });

  it("gives the records before a quotation mark that never closes, and says so", () => {
    expect(splitRecords('a,b\n"c,d\n', ",")).toEqual({ records: [["a", "b"]], hasOpenQuote: true });
  });

  it("takes a quotation mark inside a plain cell as it stands", () => {
    expect(splitRecords('a 5" disk,b\n', ",").records).toEqual([['a 5" disk', "b"]]);
  });
});

it("takes the separator that the header has most of", () => {
  expect(detectDelimiter("child_id;compass_id;value")).toBe(";");
  expect(detectDelimiter("child_id,compass_id;x,value")).toBe(",");
  expect(detectDelimiter("child_id")).toBe(",");
});
