import { type DestinationStream, pino } from "pino";
import { LOG_EVENTS, type LogEvent } from "./log-events.ts";
import { LOG_FIELDS, type LogField } from "./log-fields.ts";

/** The server's log: events of the closed list and nothing else. */
export interface ServerLog {
  record(event: LogEvent): void;
}

/** Lines of JSON; to standard output when no other place is given. */
export function openServerLog(version: string, to?: DestinationStream): ServerLog {
  const options = { base: { version } };
  const log = to === undefined ? pino(options) : pino(options, to);
  return {
    record: (event) => {
      const { level } = LOG_EVENTS[event.event];
      log[level](allowedOf(event), event.event);
    },
  };
}

/** For whoever needs a log and reads none. */
export const silentLog: ServerLog = { record: () => {} };

/** What the event's fields may say; a field of another event, or a value of another shape, is left out. */
export function allowedOf(event: LogEvent): Record<string, unknown> {
  const said: Record<string, unknown> = { ...event };
  const allowed: Record<string, unknown> = {};
  for (const name of LOG_EVENTS[event.event].fields) {
    const field: LogField = LOG_FIELDS[name];
    if (field.allows(said[name])) allowed[name] = said[name];
  }
  return allowed;
}
