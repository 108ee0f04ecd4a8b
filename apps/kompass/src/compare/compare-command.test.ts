import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { compareCommand } from "./compare-command.ts";

const golden = fileURLToPath(new URL("../../../../packages/domain/golden/follow-up", import.meta.url));
const HISTORY = path.join(golden, "history.csv");
const EQUIVALENCE = path.join(golden, "equivalence.csv");

// The golden history is of 2026; what is to come is a fault.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-09-01T12:00:00Z") });
});
afterEach(() => {
  vi.useRealTimers();
});

async function compare(args: string[], folder = golden) {
  const written = { out: "", err: "" };
  const code = await compareCommand(args, {
    folder,
    stdout: { write: (text) => (written.out += text) },
    stderr: { write: (text) => (written.err += text) },
  });
  return { code, ...written };
}

describe("kompass compare", () => {
  it("prints the golden history as expected, byte for byte", async () => {
    const { code, out, err } = await compare([HISTORY, "--equivalence", EQUIVALENCE, "--format", "csv"]);
    expect(out).toBe(readFileSync(path.join(golden, "expected.csv"), "utf8"));
    expect([code, err]).toEqual([0, ""]);
  });

  it("finds files in the folder it was called from", async () => {
    const { code, out } = await compare(["history.csv", "--format=csv"]);
    expect(code).toBe(0);
    expect(out).toContain(
      "G64,barnteam,trygghet,G64-2,G64-1,not_comparable,different_version,,3.0000,0,,,,\n",
    );
  });

  it("prints a table in plain words unless told otherwise", async () => {
    const { out } = await compare([HISTORY]);
    const [headings, , first] = out.split("\n");
    expect(headings).toMatch(
      /^Barn +Skattare +Område +Från +Till +Förändring +Nu +Utfall +Lyfts +Att tänka på$/,
    );
    expect(first).toMatch(
      /^G01 +barnteam +Trygghet +2026-01-15 +2026-03-15 +\+1,25 +3,5 +Tydlig förändring åt rätt håll$/,
    );
    expect(out).toMatch(/G16 .* – +– +Går inte att jämföra +området har inget svar den här gången\n/);
    expect(out).toMatch(
      /G08 .* -1,25 +2,75 +Tydlig förändring tillbaka +Tillbaka sedan förra gången +Behöver er bedömning; Ett påstående har sjunkit mycket\n/,
    );
  });

  it("prints json with lists, nulls, the rule set and the explanation", async () => {
    const { out } = await compare([HISTORY, "--format", "json"]);
    const rows: { child_id: string }[] = JSON.parse(out);
    expect(rows).toHaveLength(84);
    expect(rows.find(({ child_id }) => child_id === "G16")).toMatchObject({
      delta: null,
      score: null,
      common_statements: null,
      reason: "missing_now",
      flags: [],
      rule_set: { id: "uppfoljning", version: 1 },
    });
    expect(rows.find(({ child_id }) => child_id === "G31")).toMatchObject({
      delta: "-1.7500",
      common_statements: 4,
      flags: ["short_interval", "statement_drop"],
      signals: ["decline"],
      explanation: expect.stringContaining(
        "Trygghet, barnteamets skattning: 4,0 → 2,25 på 4 gemensamma påståenden",
      ),
    });
  });
});

describe("kompass compare, refusing", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), "kompass-compare-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);

  it("prints every fault of both files to stderr, nothing to stdout, and answers 2", async () => {
    const history = readFileSync(HISTORY, "utf8").split("\n");
    write(
      "bad.csv",
      [history[0], history[1]?.replace("p1,2", "p1,6"), history[2]?.replace("2026-01-15", "2999-01-15")].join(
        "\n",
      ),
    );
    write("pairs.csv", "instrument,from_version\n");
    const { code, out, err } = await compare(
      ["bad.csv", "--equivalence", "pairs.csv", "--format", "csv"],
      folder,
    );
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/^bad\.csv: 2 fel\. Inget har jämförts\.\nRad 2, value: "6"\. Väntade /);
    expect(err).toMatch(/Rad 3, assessed_on: "2999-01-15"\. Väntade ett datum senast 2026-09-01\.\n/);
    expect(err).toMatch(
      /pairs\.csv: 3 fel\. Inget har jämförts\.\nRad 1, to_version: tomt\. Väntade att kolumnen finns\.\n/,
    );
    write("one.csv", [history[0], history[1]?.replace("p1,2", "p1,0")].join("\n"));
    expect((await compare(["one.csv"], folder)).err).toContain("one.csv: 1 fel. Inget har jämförts.");
  });

  it("refuses sound rows beside a bad equivalence file", async () => {
    write("pairs.csv", "instrument,from_version\n");
    const { code, out } = await compare([HISTORY, "--equivalence", "pairs.csv"], folder);
    expect([code, out]).toEqual([2, ""]);
  });

  it("names a file that is not there", async () => {
    const { code, err } = await compare(["nowhere.csv", "--equivalence", "neither.csv"], folder);
    expect([code, err]).toEqual([2, "Hittar inte filen nowhere.csv.\nHittar inte filen neither.csv.\n"]);
  });

  it.each([[[]], [["a.csv", "b.csv"]], [["a.csv", "--format", "xml"]], [["a.csv", "--colour"]]])(
    "shows how it is used: %j",
    async (args) => {
      const { code, out, err } = await compare(args);
      expect([code, out]).toEqual([2, ""]);
      expect(err).toContain("kompass compare history.csv [--equivalence f.csv] [--format table|csv|json]");
    },
  );

  it("quotes ids that hold a separator, and prints a header and no row for a first compass", async () => {
    const header = readFileSync(HISTORY, "utf8").split("\n")[0];
    const row = (compass: string, day: string) =>
      `"A, ""B""",${compass},${day},${day},barn,samtalsunderlag,1,,fritid,,3,,`;
    write("quoted.csv", [header, row("1", "2026-01-15"), row("2", "2026-03-15")].join("\n"));
    expect((await compare(["quoted.csv", "--format", "csv"], folder)).out.split("\n")[1]).toMatch(
      /^"A, ""B""",barn,fritid,2,1,unchanged/,
    );
    write("first.csv", [header, row("1", "2026-01-15")].join("\n"));
    expect((await compare(["first.csv", "--format", "csv"], folder)).out.split("\n")).toHaveLength(2);
    expect((await compare(["first.csv", "--format", "json"], folder)).out).toBe("[]\n");
  });
});
