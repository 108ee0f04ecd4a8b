import type { StatisticsRelease } from "@kompassen/domain/statistics";
import writeXlsxFile, { type Row } from "write-excel-file/node";
import { type WorkbookSheet, workbookSheets } from "./workbook-sheets.ts";
import { redateZip } from "./zip-files.ts";

/** The release as a workbook with several sheets, the same bytes every time. */
export async function writeWorkbook(release: StatisticsRelease): Promise<Uint8Array> {
  const sheets = workbookSheets(release).map(({ name, heads, widths, rows }) => ({
    sheet: name,
    data: [headRow(heads), ...rows],
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
    orientation: "landscape" as const,
  }));
  const bytes = await writeXlsxFile(sheets, { fontFamily: "Calibri", fontSize: 11 }).toBuffer();
  return redateZip(bytes, release.head.releasedOn);
}

function headRow(heads: WorkbookSheet["heads"]): Row {
  return heads.map((value) => ({
    value,
    type: String,
    fontWeight: "bold",
    wrap: true,
    backgroundColor: "#EDE7DC",
    alignVertical: "top",
  }));
}
