import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { protectCommand } from "./index.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "kompass-protect-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

const QUARTERS = ["2026Q1", "2026Q2", "2026Q3", "2026Q4"];
const UNITS = { norr: ["skola-a", "skola-b", "skola-c"], soder: ["skola-d", "skola-e"] };

const lattice = {
  dimensions: {
    unit: {
      levels: ["kommun", "omrade", "unit"],
      parents: {
        ystad: null,
        ...Object.fromEntries(Object.keys(UNITS).map((area) => [area, "ystad"])),
        ...Object.fromEntries(
          Object.entries(UNITS).flatMap(([area, units]) => units.map((unit) => [unit, area])),
        ),
      },
    },
    age_group: { levels: ["all", "age_group"], parents: { alla: null, "1-6": "alla", "7-12": "alla" } },
    period: {
      levels: ["year", "quarter"],
      parents: { "2026": null, ...Object.fromEntries(QUARTERS.map((quarter) => [quarter, "2026"])) },
    },
  },
  publish: [
    ...["kommun", "omrade", "unit"].flatMap((unit) =>
      ["all", "age_group"].map((age_group) => ({ unit, age_group, period: "quarter" })),
    ),
    { unit: "unit", age_group: "all", period: "year" },
  ],
  parameters: { k: 5, insiders: { dimension: "unit", count: 1 } },
};

const HEADER = "unit,age_group,period,count";
const COUNTS = Object.values(UNITS)
  .flat()
  .flatMap((unit, u) =>
    ["1-6", "7-12"].flatMap((age, g) =>
      QUARTERS.map((quarter, q) => `${unit},${age},${quarter},${(3 * u + 5 * g + 4 * q) % 17}`),
    ),
  );

const put = (name: string, text: string) => writeFile(path.join(folder, name), text);
const get = (name: string) => readFile(path.join(folder, name), "utf8");

async function putInput(rows: readonly string[] = COUNTS, header = HEADER): Promise<void> {
  await put("lattice.json", JSON.stringify(lattice));
  await put("counts.csv", [header, ...rows, ""].join("\n"));
}

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = "";
  let err = "";
  const stdout = { write: (text: string) => (out += text) };
  const stderr = { write: (text: string) => (err += text) };
  const code = await protectCommand(args, { stdout, stderr, folder });
  return { code, out, err };
}

const INPUT = ["--lattice", "lattice.json", "--counts", "counts.csv"];

async function releaseYear(): Promise<void> {
  await putInput();
  expect(await run(...INPUT, "--period", "2026Q1", "--out", "q1")).toMatchObject({ code: 0, err: "" });
  expect(await run(...INPUT, "--period", "2026Q2", "--previous", "q1", "--out", "q2")).toMatchObject({
    code: 0,
  });
  const third = await run(...INPUT, "--period", "2026Q3", "--previous", "q1", "q2", "--out", "q3");
  expect(third.code).toBe(0);
  const previous = ["--previous", "q1", "--previous", "q2", "q3"];
  const last = await run(...INPUT, "--period", "2026Q4", "--period", "2026", ...previous, "--out", "q4");
  expect(last.code).toBe(0);
}

test("four quarters and a year, each with its public file, its audit and its certificate", async () => {
  await releaseYear();
  expect((await readdir(path.join(folder, "q4"))).toSorted()).toEqual([
    "audit.json",
    "certificate.json",
    "published.csv",
  ]);
  const rows = (await get("q4/published.csv")).trimEnd().split("\n");
  expect(rows[0]).toBe("unit,age_group,period,status,value,band");
  // 8 units and areas by 3 ages, and 5 units for the year.
  expect(rows).toHaveLength(1 + 24 + 5);
  const shown = rows.slice(1).filter((row) => /,published,\d+,$/.test(row));
  const hidden = rows.slice(1).filter((row) => row.endsWith(",protected,,"));
  expect(shown.length + hidden.length).toBe(29);
  expect(shown.length).toBeGreaterThan(5);
  expect(hidden.length).toBeGreaterThan(5);
  const audit = JSON.parse(await get("q4/audit.json"));
  expect(audit).toMatchObject({ periods: ["2026Q4", "2026"], exact_disclosures: 0, checks: { unproven: 0 } });
  expect(audit.seconds).toBeGreaterThan(0);
});

test("what is sealed can be read by its owner alone, and the public file by all", async () => {
  await putInput();
  await run(...INPUT, "--period", "2026Q1", "--out", "q1");
  const modes = await Promise.all(
    ["published.csv", "audit.json", "certificate.json"].map(async (name) => {
      const { mode } = await stat(path.join(folder, "q1", name));
      return (mode & 0o777).toString(8);
    }),
  );
  expect(modes).toEqual(["644", "600", "600"]);
});

test("the same input gives the same bytes, and a release is never written over by another", async () => {
  await putInput();
  await run(...INPUT, "--period", "2026Q1", "--out", "one");
  await run(...INPUT, "--period", "2026Q1", "--out", "two");
  for (const name of ["published.csv", "certificate.json"]) {
    expect(await get(`one/${name}`)).toBe(await get(`two/${name}`));
  }
  expect((await run(...INPUT, "--period", "2026Q1", "--out", "one")).code).toBe(0);
  const other = await run(...INPUT, "--period", "2026Q2", "--out", "one");
  expect(other.code).toBe(2);
  expect(await get("one/published.csv")).toBe(await get("two/published.csv"));
});

test("the certificates are checked without the solver, together and singly", async () => {
  await releaseYear();
  const all = await run("verify", "q1", "q2", "q3", "q4", "--counts", "counts.csv");
  expect(all).toMatchObject({ code: 0, err: "" });
  expect((await run("verify", "q1", "--counts", "counts.csv")).code).toBe(0);
  const certificate = JSON.parse(await get("q1/certificate.json"));
  await put("q1/certificate.json", JSON.stringify({ ...certificate, worlds: [] }));
  const broken = await run("verify", "q1", "--counts", "counts.csv");
  expect(broken.code).toBe(1);
  expect(broken.err).toContain("is not proven safe from insiders");
});

test("every fault of the input is listed with row, column, value and what was expected; nothing is written", async () => {
  await putInput([...COUNTS, "skola-x,1-6,2026Q1,3", "skola-a,1-6,2026Q1,två"]);
  const { code, out, err } = await run(...INPUT, "--period", "2026Q1", "--out", "q1");
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain("counts.csv: 2 fel. Inget har skrivits.");
  expect(err).toContain('rad 42, kolumn unit: "skola-x"');
  expect(err).toContain('rad 43, kolumn count: "två"');
  expect(await readdir(folder)).not.toContain("q1");
});

test("a count that changes after its quarter was released is refused by row", async () => {
  await putInput();
  await run(...INPUT, "--period", "2026Q1", "--out", "q1");
  await putInput(COUNTS.map((row) => (row === "skola-a,1-6,2026Q1,0" ? "skola-a,1-6,2026Q1,1" : row)));
  const { code, err } = await run(...INPUT, "--period", "2026Q2", "--previous", "q1", "--out", "q2");
  expect(code).toBe(2);
  expect(err).toContain('rad 2, kolumn count: "1"');
});

test("what earlier releases give away is not published around", async () => {
  await putInput(["skola-d,1-6,2026Q1,3", "skola-e,1-6,2026Q1,30", "skola-a,1-6,2026Q2,9"]);
  await put("lattice.json", JSON.stringify({ ...lattice, publish: lattice.publish.slice(2) }));
  await run(...INPUT, "--period", "2026Q1", "--out", "q1");
  // As if a careless hand had published primary suppression alone.
  const shown = { "skola-e": 30, soder: 33 };
  const rows = (await get("q1/published.csv")).split("\n").map((row) => {
    const [unit = "", age, period] = row.split(",");
    const value = Object.entries(shown).find(([code]) => code === unit)?.[1];
    return value === undefined || age !== "1-6" ? row : [unit, age, period, "published", value, ""].join(",");
  });
  await put("q1/published.csv", rows.join("\n"));
  await rm(path.join(folder, "q1", "certificate.json"));
  const { code, err } = await run(...INPUT, "--period", "2026Q2", "--previous", "q1", "--out", "q2");
  expect(code).toBe(1);
  expect(err).toContain("Inget har skrivits");
  expect(await readdir(folder)).not.toContain("q2");
});

test("a table with sum, min and max is one of means", async () => {
  const rows = Object.values(UNITS)
    .flat()
    .map(
      (unit, u) =>
        `${unit},1-6,2026Q1,${u === 0 ? 4 : 20 + u},${u === 0 ? 9.5 : 60 + 5 * u},1,${u === 0 ? 3.5 : 5}`,
    );
  await putInput(rows, `${HEADER},sum,min,max`);
  expect(await run(...INPUT, "--period", "2026Q1", "--out", "q1")).toMatchObject({ code: 0, err: "" });
  const published = (await get("q1/published.csv")).split("\n");
  expect(published.filter((row) => /,published,\d\.\d,$/.test(row)).length).toBeGreaterThan(0);
  expect(published).toContain("skola-a,1-6,2026Q1,protected,,");
  expect(published).toContain("skola-a,7-12,2026Q1,not_applicable,,");
  expect((await run("verify", "q1", "--counts", "counts.csv")).code).toBe(0);
});

test("a population turns most of a class into a protected cell, and none into not applicable", async () => {
  await putInput(["skola-a,1-6,2026Q1,9", "skola-b,1-6,2026Q1,20", "skola-c,1-6,2026Q1,30"]);
  const people = Object.values(UNITS)
    .flat()
    .flatMap((unit) => [`${unit},1-6,${unit === "skola-a" ? 10 : 200}`, `${unit},7-12,0`]);
  await put("pop.csv", ["unit,age_group,population", ...people].join("\n"));
  expect((await run(...INPUT, "--period", "2026Q1", "--population", "pop.csv", "--out", "q1")).code).toBe(0);
  const published = (await get("q1/published.csv")).split("\n");
  expect(published).toContain("skola-a,1-6,2026Q1,protected,,");
  expect(published).toContain("ystad,7-12,2026Q1,not_applicable,,");
});

test.each([
  [["--lattice", "lattice.json"]],
  [[...INPUT, "--out", "q1"]],
  [[...INPUT, "--period", "2026Q1", "--out", "q1", "--colour", "red"]],
  [["verify", "--counts", "counts.csv"]],
  [["verify", "q1"]],
])("%j is no request: it is told how", async (args) => {
  await putInput();
  const { code, err } = await run(...args);
  expect(code).toBe(2);
  expect(err).toContain("kompass protect --lattice");
});

test("a missing or unreadable file is named", async () => {
  await putInput();
  const missing = await run(
    "--lattice",
    "nowhere.json",
    "--counts",
    "counts.csv",
    "--period",
    "2026Q1",
    "--out",
    "q1",
  );
  expect(missing).toMatchObject({ code: 2 });
  expect(missing.err).toContain("nowhere.json");
  await put("lattice.json", "{");
  expect((await run(...INPUT, "--period", "2026Q1", "--out", "q1")).err).toContain("lattice.json: 1 fel");
});
