/** Everything a line of the server's log may say. Each value has a shape, and a value of another shape is left out. */
export interface LogField {
  readonly says: string;
  readonly allows: (value: unknown) => boolean;
}

const text = (shape: RegExp) => (value: unknown) => typeof value === "string" && shape.test(value);
const number = (value: unknown) => typeof value === "number" && Number.isFinite(value);

/** Anybody may send a report of what was blocked: no word of their own comes into the log. */
const DIRECTIVES =
  /^((default|script|style|img|font|connect|object|media|frame|worker|manifest|child)-src(-elem|-attr)?|base-uri|form-action|frame-ancestors)$/;

/**
 * No field holds what somebody wrote, an address, or an id of a child, a person or a session. A route is the pattern of
 * the address and never the address; an error's message is left out, since it may quote what was written.
 */
export const LOG_FIELDS = {
  requestId: { says: "number of the request, drawn for the log alone", allows: text(/^[0-9a-f-]{36}$/) },
  route: {
    says: "pattern of the address, with [id] where an id stands",
    allows: text(/^\/(?!.*[0-9a-f]{8}-[0-9a-f]{4}-)[A-Za-z0-9_()[\]./-]{0,120}$/),
  },
  method: { says: "GET, POST and so on", allows: text(/^[A-Z]{3,10}$/) },
  status: { says: "status of the answer", allows: number },
  milliseconds: { says: "how long the answer took", allows: number },
  kommun: { says: "code of the kommun of whoever is logged in", allows: text(/^\d{4}$/) },
  procedure: { says: "name of the call in the api", allows: text(/^[A-Za-z]{1,40}\.[A-Za-z]{1,60}$/) },
  refusal: { says: "one of the reasons that a call is refused", allows: text(/^[a-z_]{1,30}$/) },
  loginService: { says: "the login service's key in the configuration", allows: text(/^[a-z0-9-]{1,40}$/) },
  loginFault: { says: "one of the reasons that a login comes to nothing", allows: text(/^[a-z_]{1,30}$/) },
  directive: { says: "part of the content policy that was broken", allows: text(DIRECTIVES) },
  blocked: {
    says: "what kind of thing it was: inline, eval, data, own or other",
    allows: text(/^(inline|eval|data|blob|own|other)$/),
  },
  errorName: { says: "class of the error", allows: text(/^[A-Za-z]{1,60}$/) },
  errorCode: { says: "code of the error, never its message", allows: text(/^[A-Za-z0-9_]{1,40}$/) },
  errorAt: {
    says: "file and line of our own code where the error came from",
    allows: text(/^[a-z][A-Za-z0-9_/.-]{0,120}\.(ts|svelte|js):\d{1,6}$/),
  },
  diskState: { says: "one of four states of the disk", allows: text(/^[a-z_]{1,20}$/) },
  diskPercent: { says: "how much of the disk is taken", allows: number },
} as const satisfies Readonly<Record<string, LogField>>;

export type LogFieldName = keyof typeof LOG_FIELDS;
