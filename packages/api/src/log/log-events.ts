import type { LogFieldName } from "./log-fields.ts";

interface LogEventKind {
  readonly level: "info" | "error";
  readonly says: string;
  readonly fields: readonly LogFieldName[];
}

/** Everything the server tells of itself: a closed list. */
export const LOG_EVENTS = {
  "server started": { level: "info", says: "the server has opened its database", fields: [] },
  "request answered": {
    level: "info",
    says: "one request, when it has been answered",
    fields: ["requestId", "route", "method", "status", "milliseconds", "kommun"],
  },
  "login failed": {
    level: "info",
    says: "a login that came to nothing, and which of the known reasons",
    fields: ["loginService", "loginFault"],
  },
  "content blocked": {
    level: "info",
    says: "a browser refused to load or run something that the content policy of a page does not allow",
    fields: ["directive", "blocked"],
  },
  "call refused": {
    level: "info",
    says: "a call of the api that was refused: by access, by what was sent, by a limit, by a state",
    fields: ["procedure", "refusal", "kommun"],
  },
  "call failed": {
    level: "error",
    says: "a call of the api that ended in a way nobody had foreseen",
    fields: ["procedure", "errorName", "errorCode", "errorAt", "kommun"],
  },
  "page failed": {
    level: "error",
    says: "a page that ended in a way nobody had foreseen",
    fields: ["requestId", "route", "method", "status", "errorName", "errorCode", "errorAt", "kommun"],
  },
  "disk state changed": {
    level: "error",
    says: "how full the database's disk has become, or that there is room again",
    fields: ["diskState", "diskPercent"],
  },
} as const satisfies Readonly<Record<string, LogEventKind>>;

export type LogEventName = keyof typeof LOG_EVENTS;

type TextFields = Exclude<LogFieldName, "status" | "milliseconds" | "diskPercent">;

/** An event with what it says; a field that is not known this time is left out. */
export type LogEvent = {
  [Name in LogEventName]: { readonly event: Name } & {
    readonly [Field in (typeof LOG_EVENTS)[Name]["fields"][number]]?:
      | (Field extends TextFields ? string : number)
      | undefined;
  };
}[LogEventName];
