import { type CrossTable, cellText, crossTables, jsonStatDatasets } from "@kompassen/domain/export";
import type { ReleaseCell, StatisticsRelease } from "@kompassen/domain/statistics";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import readXlsxFile from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { addressOf, randomRelease } from "./random-release.test-support.ts";
import { readReport } from "./read-report.test-support.ts";
import { writeFile } from "./write-file.ts";

/** What a file says in the place of a cell's number. */
type Said = number | "protected" | "not_applicable" | "band";

function truth({ cell }: ReleaseCell): Said {
  return cell.status === "published" ? cell.value : cell.status;
}

const SWEDISH: Readonly<Record<string, Said>> = {
  "visas inte": "protected",
  "ej tillämpligt": "not_applicable",
  "visas som spann": "band",
};

async function csvRows(release: StatisticsRelease, format: "csv" | "csv-excel"): Promise<string[][]> {
  const { bytes } = await writeFile(release, format);
  const delimiter = format === "csv" ? "," : ";";
  return parse(Buffer.from(bytes), { bom: true, delimiter, from_line: 2 });
}

describe("the same number in every file of a release", () => {
  it("in the tidy csv and in Swedish Excel's", async () => {
    const check = async (release: StatisticsRelease) => {
      const cells = new Map(release.cells.map((cell) => [addressOf(cell), cell]));
      const [tidy, excel] = await Promise.all([csvRows(release, "csv"), csvRows(release, "csv-excel")]);
      expect([tidy.length, excel.length]).toEqual([cells.size, cells.size]);
      tidy.forEach((row, index) => {
        const [table, metric, unit, , , ageGroup, period, area, rater, , value = "", n, band] = row;
        const address = { table, metric, unit, ageGroup, period, area: area || null, rater: rater || null };
        const of = cells.get(JSON.stringify(address));
        if (of === undefined) throw new Error(`no such cell: ${JSON.stringify(address)}`);
        const said = truth(of);
        expect(typeof said === "number" ? Number(value) : value).toBe(said);
        expect(n).toBe(of.cell.status === "published" && of.cell.n !== undefined ? String(of.cell.n) : "");
        expect(band).toBe(of.cell.status === "band" ? of.cell.band : "");
        const [excelValue = "", excelN, excelBand] = (excel[index] ?? []).slice(10);
        expect(SWEDISH[excelValue] ?? Number(excelValue.replace(",", "."))).toBe(said);
        expect(excelN).toBe(n);
        expect(excelBand).toBe(of.cell.status === "band" ? cellText(of, "sv") : "");
      });
    };
    await fc.assert(fc.asyncProperty(randomRelease, check), { numRuns: 40 });
  });

  it("in JSON-stat", () => {
    const check = (release: StatisticsRelease) => {
      const datasets = new Map(
        [...jsonStatDatasets(release)].map(([table, text]) => [table, JSON.parse(text)]),
      );
      for (const cell of release.cells) {
        const { id, size, dimension, value, status, extension } = datasets.get(cell.table);
        const codes = new Map(Object.entries({ ...cell, place: cell.unit, age_group: cell.ageGroup }));
        const at = id.reduce(
          (sum: number, name: string, index: number) =>
            sum * size[index] + dimension[name].category.index.indexOf(codes.get(name)),
          0,
        );
        expect(value[at] ?? status[at]).toBe(truth(cell));
        expect(extension.n[at]).toBe(cell.cell.status === "published" ? cell.cell.n : undefined);
      }
    };
    fc.assert(fc.property(randomRelease, check), { numRuns: 40 });
  });

  it("in the workbook", async () => {
    const check = async (release: StatisticsRelease) => {
      const { bytes } = await writeFile(release, "xlsx");
      const sheets = await readXlsxFile(Buffer.from(bytes));
      const rows = sheets
        .slice(1, -1)
        .flatMap(({ data: [heads = [], ...lines] }) =>
          lines.map((line) => new Map(heads.map((head, index) => [String(head), line[index] ?? null]))),
        );
      eachCell(release, ({ of, keys, column }) => {
        const row = rows.find((candidate) => [...keys].every(([head, text]) => candidate.get(head) === text));
        const value = row?.get(column);
        if (of.cell.status === "published") expect(value).toBe(of.cell.value);
        else expect(value).toBe(cellText(of, "sv"));
        const n = of.cell.status === "published" ? of.cell.n : undefined;
        if (n !== undefined) expect(row?.get(`${column}, antal barn`)).toBe(n);
      });
    };
    await fc.assert(fc.asyncProperty(randomRelease, check), { numRuns: 15 });
  });

  it("in the report, as a reading aid finds it by its tags", async () => {
    const check = async (release: StatisticsRelease) => {
      const { bytes } = await writeFile(release, "pdf");
      const { tables } = await readReport(bytes);
      eachCell(release, ({ of, table, row, column }) => {
        const caption = squeeze(table.common.map(({ text }) => text).join(", "));
        const heads = [...table.keyHeads, ...table.columns.map(({ text }) => text)].map(squeeze);
        const printed = tables.find(
          (candidate) => candidate.caption === caption && candidate.heads.join() === heads.join(),
        );
        const line = printed?.rows.find((texts) => row.keys.every((key, at) => texts[at] === squeeze(key)));
        const n = of.cell.status === "published" && of.cell.n !== undefined ? ` (${of.cell.n})` : "";
        expect(line?.[heads.indexOf(squeeze(column))]).toBe(squeeze(`${cellText(of, "sv")}${n}`));
      });
    };
    await fc.assert(fc.asyncProperty(randomRelease, check), { numRuns: 8 });
  });
});

interface PlacedCell {
  readonly of: ReleaseCell;
  readonly table: CrossTable;
  readonly row: CrossTable["rows"][number];
  /** By head, what leads to the row. */
  readonly keys: ReadonlyMap<string, string>;
  readonly column: string;
}

/** Every cell of the release with its place in the tables people read; fails when one has none. */
function eachCell(release: StatisticsRelease, look: (placed: PlacedCell) => void): void {
  let count = 0;
  for (const table of crossTables(release))
    for (const row of table.rows)
      row.cells.forEach((of, index) => {
        if (of === null) return;
        const keys = new Map([
          ...table.common.map(({ head, text }) => [head, text] as const),
          ...table.keyHeads.map((head, at) => [head, row.keys[at] ?? ""] as const),
        ]);
        look({ of, table, row, keys, column: table.columns[index]?.text ?? "" });
        count += 1;
      });
  expect(count).toBe(release.cells.length);
}

function squeeze(text: string): string {
  return text.replaceAll(/\s/g, "");
}
