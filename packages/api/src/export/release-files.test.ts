import { createHash } from "node:crypto";
import { EXPORT_FORMATS } from "@kompassen/domain/export";
import type { ReleaseCell, StatisticsCell } from "@kompassen/domain/statistics";
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { afterEach, describe, expect, it, vi } from "vitest";
import { randomRelease, releaseOf } from "./random-release.test-support.ts";
import { readReport } from "./read-report.test-support.ts";
import { writeFile } from "./write-file.ts";

const [RELEASE] = fc.sample(randomRelease, { numRuns: 1, seed: 7 });

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

describe.each(EXPORT_FORMATS)("a release as %s", (format) => {
  it("is the same bytes when it is repeated, on another day and in another time zone", async () => {
    if (RELEASE === undefined) throw new Error("no release was drawn");
    const first = await writeFile(RELEASE, format);
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2031-12-31T23:59:59Z") });
    vi.stubEnv("TZ", "Pacific/Auckland");
    const again = await writeFile({ ...RELEASE, cells: RELEASE.cells.toReversed() }, format);
    expect(Buffer.compare(Buffer.from(first.bytes), Buffer.from(again.bytes))).toBe(0);
    expect(again.name).toBe(first.name);
  });
});

const HIDDEN = 987654;

/** A protected cell that by some mistake still carries its number. */
function withCanary(status: StatisticsCell["status"]): ReleaseCell {
  const planted = { status, value: HIDDEN, n: HIDDEN, band: "20-29" };
  const cell: StatisticsCell = JSON.parse(JSON.stringify(planted));
  return {
    table: "area_mean",
    metric: "mean_score",
    unit: "9001",
    ageGroup: "alla",
    period: "2025/2026",
    area: "omsorg",
    rater: "barn",
    cell,
  };
}

describe.each(EXPORT_FORMATS)("a hidden number in %s", (format) => {
  it("is nowhere, even where a cell still carried it", async () => {
    const cells = (["protected", "not_applicable", "band"] as const).map((status, index) => ({
      ...withCanary(status),
      area: (["omsorg", "trygghet", "ma_bra"] as const)[index] ?? null,
    }));
    const { bytes } = await writeFile(releaseOf(cells), format);
    const texts =
      format === "pdf"
        ? [(await readReport(bytes)).text]
        : format === "zip" || format === "xlsx"
          ? Object.values(unzipSync(bytes)).map((file) => strFromU8(file))
          : [strFromU8(bytes)];
    expect(texts.join("").length).toBeGreaterThan(100);
    for (const text of texts) expect(text).not.toMatch(/98\s?76[,.]?54|987654/);
  });
});

describe("the package for evaluators", () => {
  it("has a manifest that verifies every other file", async () => {
    if (RELEASE === undefined) throw new Error("no release was drawn");
    const { bytes, name } = await writeFile(RELEASE, "zip");
    expect(name).toBe("kompass-9001-2026Q1-1.zip");
    const { "manifest.sha256": manifest, ...files } = unzipSync(bytes);
    const sums = strFromU8(manifest ?? new Uint8Array())
      .trimEnd()
      .split("\n")
      .map((line) => line.split("  "));
    expect(sums.map(([, path]) => path).toSorted()).toEqual(Object.keys(files).toSorted());
    for (const [sum, path = ""] of sums) {
      const hash = createHash("sha256")
        .update(files[path] ?? "")
        .digest("hex");
      expect(hash, path).toBe(sum);
    }
  });
});

it("tags the report: Swedish, titled, header cells in every table, and nothing of it outside the tags", async () => {
  if (RELEASE === undefined) throw new Error("no release was drawn");
  const { bytes } = await writeFile(RELEASE, "pdf");
  const text = Buffer.from(bytes).toString("latin1");
  for (const mark of [
    "/Lang (sv-SE)",
    "/Marked true",
    "/DisplayDocTitle true",
    "pdfuaid:part",
    "/Scope /Column",
    "/Scope /Row",
  ])
    expect(text, mark).toContain(mark);
  const { tables } = await readReport(bytes);
  expect(tables.length).toBeGreaterThan(1);
  for (const { heads, rows } of tables) for (const row of rows) expect(row).toHaveLength(heads.length);
});
