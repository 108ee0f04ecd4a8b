import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { RELEASE_TABLES } from "../statistics/index.ts";
import { A_RELEASE } from "./a-release.test-support.ts";
import { cellsInOrder } from "./order-cells.ts";
import { type Measure, packageFiles } from "./package-files.ts";

const measure: Measure = (text) => ({
  bytes: Buffer.byteLength(text),
  sha256: createHash("sha256").update(text).digest("hex"),
});
const files = packageFiles(A_RELEASE, measure);
const textOf = (path: string) => files.find((file) => file.path === path)?.text ?? "";

it.each(files.map(({ path }) => path))("writes %s as it always has", async (path) => {
  await expect(textOf(path)).toMatchFileSnapshot(`__snapshots__/${path}`);
});

it("gives the same bytes when it is repeated", () => {
  expect(packageFiles(structuredClone(A_RELEASE), measure)).toEqual(files);
});

it("gives the same bytes whatever order the cells were read in", () => {
  expect(packageFiles({ ...A_RELEASE, cells: A_RELEASE.cells.toReversed() }, measure)).toEqual(files);
});

it("sums up every other file in the manifest", () => {
  const sums = new Map(
    textOf("manifest.sha256")
      .trimEnd()
      .split("\n")
      .map((line) => [line.slice(66), line.slice(0, 64)] as const),
  );
  const others = files.filter(({ path }) => path !== "manifest.sha256");
  expect([...sums.keys()].toSorted()).toEqual(others.map(({ path }) => path).toSorted());
  for (const { path, text } of others) expect(sums.get(path), path).toBe(measure(text).sha256);
});

it("names every file of the package in the README", () => {
  const readme = textOf("README.md");
  for (const { path } of files.filter(({ path }) => path !== "README.md"))
    expect(readme, path).toContain(path.includes("/") ? path.slice(0, path.indexOf("/") + 1) : path);
});

it("says of every cell without a number why, and gives it none", () => {
  const rows = textOf("release_cells.csv").trimEnd().split("\n").slice(1);
  expect(rows).toHaveLength(A_RELEASE.cells.length);
  cellsInOrder(A_RELEASE).forEach(({ cell }, index) => {
    const [status, value, n, band] = (rows[index] ?? "").split(",").slice(-4);
    expect(status).toBe(cell.status);
    if (cell.status === "published") expect(Number(value)).toBe(cell.value);
    else expect([value, n]).toEqual([cell.status, ""]);
    expect(band).toBe(cell.status === "band" ? cell.band : "");
  });
});

it("keeps a place's name from being a formula in Excel, and age groups and bands from being dates", () => {
  const excel = textOf("release_cells_excel.csv");
  expect(excel.startsWith("\uFEFFTabell;")).toBe(true);
  expect(excel).toContain(";'=Skolan;");
  expect(excel).toContain(';"Väst; ""nya""";');
  expect(excel).toContain(";18,5;40;");
  expect(excel).not.toMatch(/;[=+@-]/);
  expect(excel).not.toMatch(/;\d+-\d+;/);
  expect(excel.split("\r\n")).toHaveLength(A_RELEASE.cells.length + 2);
});

it("places every cell in its JSON-stat dataset, without a number where there is none", () => {
  for (const table of RELEASE_TABLES) {
    const cells = A_RELEASE.cells.filter((cell) => cell.table === table);
    const dataset = JSON.parse(textOf(`json-stat/${table}.json`));
    const { id, size, dimension, value, status } = dataset;
    expect([dataset.version, dataset.class]).toEqual(["2.0", "dataset"]);
    expect(Object.keys(value)).toHaveLength(cells.length);
    for (const { metric, unit, ageGroup, period, area, rater, cell } of cells) {
      const codes: Record<string, string | null> = {
        metric,
        place: unit,
        age_group: ageGroup,
        period,
        area,
        rater,
      };
      const index = id.reduce(
        (sum: number, name: string, at: number) =>
          sum * size[at] + dimension[name].category.index.indexOf(codes[name]),
        0,
      );
      expect(status[index]).toBe(cell.status);
      expect(value[index]).toBe(cell.status === "published" ? cell.value : null);
    }
  }
});

it("knows no place that is not the release's", () => {
  const [first] = A_RELEASE.cells;
  const cells = first === undefined ? [] : [{ ...first, unit: "okand" }];
  expect(() => packageFiles({ ...A_RELEASE, cells }, measure)).toThrow("not a place");
});
