import { PLACEHOLDER_INSTRUMENTS } from "@kompassen/domain/behovskompass";
import { HISTORY_COLUMNS } from "@kompassen/domain/history";
import { localDate } from "@kompassen/domain/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bytesFile,
  historyLine,
  historyText,
  PLACEHOLDER_STATEMENTS,
  TODAY,
  textFile,
} from "./files.test-support.ts";
import { type AddedVersion, addVersion } from "./form-versions.ts";
import { readCarefully } from "./read-history.ts";
import { scanHistory } from "./scan-history.ts";

const versions: AddedVersion[] = [];
for (const form of PLACEHOLDER_INSTRUMENTS) versions.push(addVersion(versions, form, "placeholder"));
const reading = { today: TODAY, versions, register: false, onProgress: () => {} };

const scan = (text: string) => scanHistory(textFile(text).open(), reading);

const aStatement = fc.constantFrom(...PLACEHOLDER_STATEMENTS);
const aValue = fc.constantFrom("1", "2", "3", "4", "5", "", "dont_know", "declined", "4,0", "5.0");
const aConcern = fc.constantFrom("", "", "", "yes", "no");
const aTarget = fc.constantFrom("", "", "", "3.5", "4");
const aDay = fc.constantFrom("2026-01-05", "2026-04-02", "2026-08-20");

/** Rows that are mostly as they should be; some meet, so that answers, days and thoughts collide. */
const aRow = fc
  .record({
    child: fc.constantFrom("A", "B", "Åsa 3"),
    round: fc.constantFrom("1", "2"),
    rater: fc.constantFrom("barn", "vardnadshavare:1", "barnteam", "profession:bvc"),
    day: aDay,
    statement: aStatement,
    value: aValue,
    concern: aConcern,
    target: aTarget,
    slip: fc.constantFrom("", "", "", "", "", "", "", "", "value", "area", "rater", "statement", "space"),
  })
  .map(({ child, round, rater, day, statement, value, concern, target, slip }) => {
    const isSingle = rater === "barn" || rater === "vardnadshavare:1";
    return historyLine({
      child_id: slip === "space" ? ` ${child} ` : child,
      compass_id: `${child}-${round}`,
      rater: slip === "rater" ? "mormor" : rater,
      assessed_on: day,
      registered_on: day,
      instrument: isSingle ? "samtalsunderlag" : "skattningsformular",
      age_form: isSingle ? "6-12" : "",
      area: slip === "area" ? "skola" : statement.area,
      statement: isSingle ? "" : slip === "statement" ? "p1" : statement.key,
      value: slip === "value" ? "6" : value,
      concern,
      target,
    });
  });

describe("scanning a history file", () => {
  it("reads what the careful reader reads, or leaves the file to it", async () => {
    let scanned = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(aRow, { minLength: 1, maxLength: 12 }),
        fc.constantFrom(",", ";"),
        fc.constantFrom("\n", "\r\n"),
        fc.constantFrom("", "\ufeff"),
        async (rows, delimiter, lineEnd, mark) => {
          const text =
            mark +
            historyText(...rows)
              .replaceAll(",", delimiter)
              .replaceAll("\n", lineEnd);
          const fast = await scan(text);
          if (fast === null) return;
          scanned += 1;
          const careful = await readCarefully(textFile(text), reading);
          expect(careful.faults).toEqual([]);
          expect(fast).toEqual(careful.history);
        },
      ),
      { numRuns: 3000 },
    );
    expect(scanned).toBeGreaterThan(200);
  });

  it("reads the same however the bytes are cut into chunks", async () => {
    const text = historyText(
      ...PLACEHOLDER_STATEMENTS.map(({ area, key }) =>
        historyLine({
          rater: "barnteam",
          instrument: "skattningsformular",
          area,
          statement: key,
          value: "4",
        }),
      ),
    );
    const bytes = new TextEncoder().encode(text);
    const whole = await scan(text);
    expect(whole?.rows).toBe(PLACEHOLDER_STATEMENTS.length);
    for (const size of [1, 7, 64, 1000]) {
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
        bytes.subarray(index * size, (index + 1) * size),
      );
      expect(await scanHistory(chunks, reading)).toEqual(whole);
    }
  });

  it.each([
    [
      "columns in another order",
      historyText(historyLine()).replace(HISTORY_COLUMNS.join(","), [...HISTORY_COLUMNS].reverse().join(",")),
    ],
    ["quotation marks", historyText(historyLine({ child_id: '"A"' }))],
    [
      "a key that the form does not have",
      historyText(historyLine({ rater: "barnteam", instrument: "skattningsformular", statement: "p1" })),
    ],
    ["an answer given twice", historyText(historyLine(), historyLine())],
    [
      "a day after today",
      historyText(historyLine({ assessed_on: "2027-01-01", registered_on: "2027-01-01" })),
    ],
    ["half a line", historyText(historyLine(), historyLine({ area: "omsorg" })).slice(0, -12)],
    ["nothing but the header", historyText()],
    ["nothing at all", ""],
  ])("leaves %s to the careful reader", async (_, text) => {
    expect(await scan(text)).toBeNull();
  });

  it("leaves bytes that are not UTF-8 to the careful reader", async () => {
    const bytes = Buffer.from(historyText(historyLine({ child_id: "Åsa" })), "latin1");
    expect(await scanHistory(bytesFile(bytes).open(), reading)).toBeNull();
  });

  it("takes a name that two versions have to the careful reader, which looks at the whole assessment", async () => {
    const [, skattning] = versions;
    if (skattning === undefined) throw new Error("no placeholder");
    const adopted = { ...skattning.form, status: "without_text" as const, version: "1 (fil)" };
    const both = [
      ...versions,
      addVersion(versions, { ...adopted, validFrom: localDate("2026-01-01") }, "adopted"),
    ];
    const [statement] = PLACEHOLDER_STATEMENTS;
    const line = historyLine({
      rater: "barnteam",
      instrument: "skattningsformular",
      statement: statement?.key ?? "",
      area: statement?.area ?? "",
    });
    expect(await scan(historyText(line))).not.toBeNull();
    expect(await scanHistory(textFile(historyText(line)).open(), { ...reading, versions: both })).toBeNull();
  });
});
