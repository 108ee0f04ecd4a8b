export { bandText, cellText, isPercent, valueText } from "./cell-words.ts";
export { CODE_LISTS } from "./codebook.ts";
export { type CrossRow, type CrossTable, crossTables } from "./cross-table.ts";
export { excelCellsCsv } from "./excel-cells.ts";
export {
  EXPORT_FORMATS,
  type ExportFormat,
  exportFileName,
  formatOfFile,
  isExportFormat,
} from "./file-name.ts";
export { jsonStatCollection, jsonStatDatasets } from "./json-stat.ts";
export { type KeyFigure, keyFigures, summarySentence } from "./key-figures.ts";
export {
  ageGroupLabel,
  areaLabel,
  LEVEL_NAMES,
  metricLabel,
  NOT_AN_EFFECT,
  NOT_SHOWN,
  periodLabel,
  raterLabel,
  STATUS_NAMES,
  TABLE_NAMES,
} from "./labels.ts";
export type { TextFile } from "./manifest.ts";
export { type Measure, packageFiles } from "./package-files.ts";
export { tidyCellsCsv } from "./tidy-cells.ts";
