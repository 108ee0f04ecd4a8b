export { CHILDREN_COLUMNS } from "./children-columns.ts";
export { importFaultText } from "./import-fault-text.ts";
export { MAX_UPLOAD_MEGABYTES } from "./import-own.ts";
export type { ImportContext, Importer, ImportFile, ImportProgress, ImportRequest } from "./import-request.ts";
export type { Count, ImportFault, ImportResult, ImportSummary, NewVersion } from "./import-result.ts";
export type { UnitCode } from "./list-unit-codes.ts";
export { importRouter } from "./router.ts";
export { runImport } from "./run-import.ts";
