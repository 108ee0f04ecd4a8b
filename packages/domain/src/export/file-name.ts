/** The forms a release can be had in. */
export const EXPORT_FORMATS = ["zip", "csv", "csv-excel", "xlsx", "pdf", "json-stat"] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const ENDINGS: Readonly<Record<ExportFormat, string>> = {
  zip: ".zip",
  csv: ".csv",
  "csv-excel": "-excel.csv",
  xlsx: ".xlsx",
  pdf: ".pdf",
  "json-stat": ".json",
};

export function isExportFormat(text: string): text is ExportFormat {
  return EXPORT_FORMATS.some((format) => format === text);
}

/** "kompass-9001-2026Q1-1.zip" */
export function exportFileName(releaseId: string, format: ExportFormat): string {
  return `${releaseId}${ENDINGS[format]}`;
}

/** The form that a file of the release has by its name; undefined when it is no file of it. */
export function formatOfFile(releaseId: string, name: string): ExportFormat | undefined {
  return EXPORT_FORMATS.find((format) => exportFileName(releaseId, format) === name);
}
