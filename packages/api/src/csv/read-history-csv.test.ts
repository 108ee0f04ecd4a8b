import { readFileSync } from "node:fs";
import { HISTORY_COLUMNS } from "@kompassen/domain/history";
import { type FileFault, faultText, localDate } from "@kompassen/domain/shared";
import { describe, expect, it } from "vitest";
import { readEquivalenceCsv, readHistoryCsv } from "./read-history-csv.ts";

const GOLDEN = readFileSync(new URL("../../../domain/golden/follow-up/history.csv", import.meta.url), "utf8");
const HEADER = HISTORY_COLUMNS.join(",");
const ROW = "A,A-1,2026-01-15,2026-01-15,barn,samtalsunderlag,1,,fritid,,3,,";

const read = (text: string | Buffer) =>
  readHistoryCsv([Buffer.from(text)], { today: localDate("2026-12-31"), knownVersions: null });

async function faultsOf(text: string | Buffer): Promise<readonly FileFault[]> {
  const result = await read(text);
  return result.ok ? [] : result.faults;
}

describe("a history file in csv", () => {
  it("is the same with semicolons, decimal comma, byte order mark and Windows line ends", async () => {
    const plain = await read(GOLDEN);
    expect(plain.ok && plain.value.rows).toBe(499);
    const lines = GOLDEN.trimEnd().split("\n");
    const spreadsheet = lines.map((line) => line.replaceAll(",", ";").replace(/;(\d)\.(\d)$/, ";$1,$2"));
    expect(spreadsheet.filter((line) => line.endsWith(";3,5")).length).toBeGreaterThan(0);
    expect(await read(`\ufeff${spreadsheet.join("\r\n")}\r\n`)).toEqual(plain);
  });

  it("is the same with its columns in another order beside columns of one's own", async () => {
    const turned = GOLDEN.trimEnd()
      .split("\n")
      .map((line, index) => [index === 0 ? "note" : "", ...line.split(",").toReversed()].join(","));
    expect(await read(turned.join("\n"))).toEqual(await read(GOLDEN));
  });

  it("tells every fault at once, by row and column", async () => {
    const bad = [
      HEADER,
      ROW,
      ROW.replace(",3,,", ",6,,").replace("fritid", "halsa"),
      "",
      ROW.replace("barn,", "mamma,"),
      "A,A-1",
    ].join("\n");
    expect((await faultsOf(bad)).map((fault) => faultText(fault, "sv"))).toEqual([
      'Rad 3, area: "halsa". Väntade något av: omsorg, trygghet, ma_bra, fritid, tillhorighet, ansvarstagande, respekteras, utvecklas.',
      'Rad 3, value: "6". Väntade ett heltal 1–5, dont_know, declined eller tomt.',
      'Rad 5, rater: "mamma". Väntade barn, vardnadshavare:1, barnteam eller profession:bvc (efter kolon valfritt namn).',
      'Rad 6: "A,A-1". Väntade en hel rad: filen slutar mitt i.',
    ]);
  });

  it("tells which columns are missing, and nothing of the rows below them", async () => {
    const faults = await faultsOf(`child_id,compass_id\nA,A-1\nA,A-2\n`);
    expect(faults.map(({ row, column }) => `${row} ${column}`)).toEqual(
      HISTORY_COLUMNS.slice(2).map((column) => `1 ${column}`),
    );
  });

  it("tells that an empty file has no columns", async () => {
    expect(await faultsOf("")).toHaveLength(HISTORY_COLUMNS.length);
    expect(await faultsOf("\n\n")).toHaveLength(HISTORY_COLUMNS.length);
  });

  it("tells of bytes that are not UTF-8 beside the other faults", async () => {
    const latin1 = Buffer.from(
      `${HEADER}\n${ROW.replace("fritid", "tillhörighet")}\n${ROW.replace(",3,,", ",0,,")}\n`,
      "latin1",
    );
    expect(
      (await faultsOf(latin1)).map(({ row, column, expected }) => `${row} ${column} ${expected.code}`),
    ).toEqual(["2 area utf8", "3 value value"]);
    const header = Buffer.from(`${HEADER.replace("area", "område")}\n${ROW}\n`, "latin1");
    expect(await faultsOf(header)).toEqual([
      { row: 1, column: null, value: "område", expected: { code: "utf8" } },
    ]);
  });

  it("tells how far it has come", async () => {
    const rows: number[] = [];
    const chunks = [`${HEADER}\n`, `${ROW}\n`].map((text) => Buffer.from(text));
    await readHistoryCsv(chunks, {
      today: localDate("2026-12-31"),
      knownVersions: null,
      onProgress: (row) => rows.push(row),
    });
    expect(rows).toEqual([1, 2]);
  });
});

describe("an equivalence file in csv", () => {
  it("is read with its faults as text and as cells, sorted by row", async () => {
    const header = "instrument,from_version,to_version,from_statement,to_statement\n";
    const sound = await readEquivalenceCsv([Buffer.from(`${header}skattningsformular,1,2,p1,q1\n`)]);
    expect(sound.ok && sound.value).toHaveLength(1);
    const bad = await readEquivalenceCsv([
      Buffer.from(`${header}skattningsformular,1,2,å,q1\nkort,1,2,a,b\n`, "latin1"),
    ]);
    expect(bad.ok ? [] : bad.faults.map(({ row, column }) => `${row} ${column}`)).toEqual([
      "2 from_statement",
      "3 instrument",
    ]);
    const header16 = await readEquivalenceCsv([Buffer.from(`\ufeff${header}`, "utf16le")]);
    expect(header16.ok ? [] : header16.faults.map(({ row, expected }) => `${row} ${expected.code}`)).toEqual([
      "1 utf8",
    ]);
  });
});
