import {
  type ExportFormat,
  excelCellsCsv,
  exportFileName,
  jsonStatCollection,
  tidyCellsCsv,
} from "@kompassen/domain/export";
import type { StatisticsRelease } from "@kompassen/domain/statistics";
import { exportPackage } from "./export-package.ts";

export interface ExportFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

const CONTENT_TYPES: Readonly<Record<ExportFormat, string>> = {
  zip: "application/zip",
  csv: "text/csv; charset=utf-8",
  "csv-excel": "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pdf: "application/pdf",
  "json-stat": "application/json",
};

/** The release in one of its forms: the same bytes whoever asks and whenever. */
export async function writeFile(release: StatisticsRelease, format: ExportFormat): Promise<ExportFile> {
  return {
    name: exportFileName(release.head.id, format),
    contentType: CONTENT_TYPES[format],
    bytes: await writeBytes(release, format),
  };
}

/** The libraries that print and make workbooks are loaded when somebody asks for such a file. */
async function writeBytes(release: StatisticsRelease, format: ExportFormat): Promise<Uint8Array> {
  switch (format) {
    case "zip":
      return exportPackage(release);
    case "csv":
      return Buffer.from(tidyCellsCsv(release), "utf8");
    case "csv-excel":
      return Buffer.from(excelCellsCsv(release), "utf8");
    case "json-stat":
      return Buffer.from(jsonStatCollection(release), "utf8");
    case "xlsx": {
      const { writeWorkbook } = await import("./write-workbook.ts");
      return writeWorkbook(release);
    }
    case "pdf": {
      const { writeReport } = await import("./write-report.ts");
      return writeReport(release);
    }
  }
}
