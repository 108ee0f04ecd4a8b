export { checkHealth, type Health } from "./check-health.ts";
export { DISK_LIMITS, type DiskState, diskStateOf, refusalFor } from "./disk-state.ts";
export { type DiskWatch, watchDisk } from "./disk-watch.ts";
