export { type DescribedError, describeError } from "./describe-error.ts";
export { LOG_EVENTS, type LogEvent, type LogEventName } from "./log-events.ts";
export { type LogInventoryRow, listLogInventory } from "./log-inventory.ts";
export { openServerLog, type ServerLog, silentLog } from "./server-log.ts";
