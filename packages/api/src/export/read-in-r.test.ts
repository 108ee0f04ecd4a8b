import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { packageFiles } from "@kompassen/domain/export";
import fc from "fast-check";
import { expect, it } from "vitest";
import { randomRelease } from "./random-release.test-support.ts";
import { measureText } from "./zip-files.ts";

const [RELEASE] = fc.sample(randomRelease, { numRuns: 1, seed: 3 });
const HAS_R = spawnSync("Rscript", ["--version"]).status === 0;

const SUMS = `source("read_release.R")
shown <- release_cells[release_cells$status == "published", ]
cat(nrow(release_cells), nrow(shown), sprintf("%.4f", sum(shown$value)), sum(release_cells$status == "protected"),
    anyNA(release_cells$metric_label))`;

// Only where R is: it is no part of what the product needs.
if (HAS_R)
  it("is read by R with the package's own script: as many cells, the same sum, every code in words", () => {
    if (RELEASE === undefined) throw new Error("no release was drawn");
    const folder = mkdtempSync(path.join(tmpdir(), "kompassen-r-"));
    for (const { path: name, text } of packageFiles(RELEASE, measureText))
      if (!name.includes("/")) writeFileSync(path.join(folder, name), text);
    const said = execFileSync("Rscript", ["-e", SUMS], { cwd: folder, encoding: "utf8" });
    rmSync(folder, { recursive: true });
    const shown = RELEASE.cells.flatMap(({ cell }) => (cell.status === "published" ? [cell.value] : []));
    const sum = shown.reduce((total, value) => total + value, 0).toFixed(4);
    const { hiddenCount } = RELEASE.head;
    expect(said).toBe(`${RELEASE.cells.length} ${shown.length} ${sum} ${hiddenCount} FALSE`);
  });

it("is written for R so that every column it names is in the files", () => {
  if (RELEASE === undefined) throw new Error("no release was drawn");
  const texts = new Map(packageFiles(RELEASE, measureText).map((file) => [file.path, file.text]));
  const script = texts.get("read_release.R") ?? "";
  const heads = ["release_cells.csv", "places.csv", "codebook.csv"].flatMap(
    (name) => texts.get(name)?.split("\n")[0]?.split(",") ?? [],
  );
  const named = [...script.matchAll(/(?:release_cells|places|codebook|codes)\$(\w+)/g)].map(
    ([, name]) => name,
  );
  expect(named.length).toBeGreaterThan(8);
  const made = ["missing", "place_name"];
  expect(named.filter((name = "") => !heads.includes(name) && !made.includes(name))).toEqual([]);
});
