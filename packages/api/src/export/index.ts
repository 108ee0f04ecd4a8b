export { exportAsJob } from "./export-as-job.ts";
export { exportPackage } from "./export-package.ts";
export type { FileAnswer } from "./get-file.ts";
export { exportRouter } from "./router.ts";
export { type ExportFile, writeFile } from "./write-file.ts";
