import type { StatisticsRelease } from "../statistics/index.ts";
import { codebookCsv } from "./codebook.ts";
import { dataPackageJson } from "./data-package.ts";
import { excelCellsCsv } from "./excel-cells.ts";
import { jsonStatDatasets } from "./json-stat.ts";
import { manifestText, type TextFile } from "./manifest.ts";
import { READ_IN_R } from "./read-in-r.ts";
import { readInSpss } from "./read-in-spss.ts";
import { READ_IN_STATA } from "./read-in-stata.ts";
import { readmeText } from "./readme.ts";
import { auditJson, paramsJson } from "./release-account.ts";
import { placesCsv, tidyCellsCsv } from "./tidy-cells.ts";

/** Length and SHA-256 (hex) of a text as UTF-8. */
export type Measure = (text: string) => { readonly bytes: number; readonly sha256: string };

/**
 * Every file of the package for evaluators (product A), the manifest last. They depend on the release alone:
 * not on the day, the machine or who asks.
 */
export function packageFiles(release: StatisticsRelease, measure: Measure): TextFile[] {
  const tables: TextFile[] = [
    { path: "release_cells.csv", text: tidyCellsCsv(release) },
    { path: "places.csv", text: placesCsv(release) },
    { path: "codebook.csv", text: codebookCsv() },
  ];
  const described = tables.map(({ path, text }) => ({ path, ...measure(text) }));
  const files: TextFile[] = [
    { path: "README.md", text: readmeText(release) },
    { path: "datapackage.json", text: dataPackageJson(release, described) },
    ...tables,
    { path: "release_cells_excel.csv", text: excelCellsCsv(release) },
    ...[...jsonStatDatasets(release)].map(([table, text]) => ({ path: `json-stat/${table}.json`, text })),
    { path: "params.json", text: paramsJson(release) },
    { path: "audit.json", text: auditJson(release) },
    { path: "read_release.R", text: READ_IN_R },
    { path: "read_release.sps", text: readInSpss() },
    { path: "read_release.do", text: READ_IN_STATA },
  ];
  const sums = files.map(({ path, text }) => ({ path, sha256: measure(text).sha256 }));
  return [...files, { path: "manifest.sha256", text: manifestText(sums) }];
}
