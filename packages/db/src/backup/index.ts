export { type BackupFault, BrokenBackup } from "./backup-file.ts";
export { FilesInUse } from "./files-turn.ts";
export { purgeAgain } from "./purge-again.ts";
export { restoreBackup } from "./restore-backup.ts";
export { rewriteFiles } from "./rewrite-files.ts";
export { RestoreUnderWay, settleRestore } from "./take-name.ts";
export { type BackupSummary, writeBackup } from "./write-backup.ts";
