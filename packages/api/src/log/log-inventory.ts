import { LOG_EVENTS } from "./log-events.ts";
import { LOG_FIELDS } from "./log-fields.ts";

export interface LogInventoryRow {
  readonly event: string;
  readonly level: string;
  readonly eventSays: string;
  /** Null for an event that says nothing more. */
  readonly field: string | null;
  readonly fieldSays: string | null;
}

/** Every event and every field of it, from the lists that the log itself is written by. */
export function listLogInventory(): LogInventoryRow[] {
  return Object.entries(LOG_EVENTS).flatMap(([event, { level, says, fields }]) => {
    const row = { event, level, eventSays: says };
    const none: LogInventoryRow[] = [{ ...row, field: null, fieldSays: null }];
    const named = fields.map((field) => ({ ...row, field, fieldSays: LOG_FIELDS[field].says }));
    return named.length === 0 ? none : named;
  });
}
