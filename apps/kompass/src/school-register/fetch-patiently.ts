import { RegisterUnavailable } from "@kompassen/api/school-register";

/** How patient to be with a server, and what time is: values, so that a test need not wait. */
export interface Fetching {
  readonly timeoutMs: number;
  readonly tries: number;
  /** Doubled at each try. */
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
  readonly wait: (ms: number) => Promise<void>;
}

export interface JsonAnswer {
  readonly status: number;
  /** Parsed; undefined when there was none. */
  readonly body: unknown;
}

const TRY_AGAIN: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);

/**
 * Asks until there is an answer that asking again would not better. A server that says how long to wait is obeyed;
 * an answer that breaks off half-way is asked for again.
 * @throws RegisterUnavailable when it has been asked often enough
 */
export async function fetchPatiently(
  url: URL,
  request: RequestInit,
  fetching: Fetching,
): Promise<JsonAnswer> {
  let reason = "";
  for (let attempt = 1; attempt <= fetching.tries; attempt += 1) {
    const answered = await tryOnce(url, request, fetching.timeoutMs);
    if (answered.ok) return answered.answer;
    reason = answered.reason;
    if (attempt < fetching.tries) await fetching.wait(waitFor(attempt, answered.retryAfterMs, fetching));
  }
  throw new RegisterUnavailable(`${url.pathname} ${reason}`);
}

type Tried =
  | { readonly ok: true; readonly answer: JsonAnswer }
  | { readonly ok: false; readonly reason: string; readonly retryAfterMs: number | null };

async function tryOnce(url: URL, request: RequestInit, timeoutMs: number): Promise<Tried> {
  try {
    const response = await fetch(url, {
      ...request,
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (TRY_AGAIN.has(response.status)) {
      await response.body?.cancel();
      const retryAfterMs = retryAfter(response.headers.get("retry-after"));
      return { ok: false, reason: String(response.status), retryAfterMs };
    }
    const text = await response.text();
    if (response.status !== 200) return { ok: true, answer: { status: response.status, body: undefined } };
    return { ok: true, answer: { status: 200, body: JSON.parse(text) } };
  } catch (error) {
    return { ok: false, reason: reasonOf(error), retryAfterMs: null };
  }
}

/** Names of errors alone: a message may quote what was sent. */
function reasonOf(error: unknown): string {
  if (error instanceof SyntaxError) return "truncated";
  if (error instanceof DOMException && error.name === "TimeoutError") return "timeout";
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof Error && "code" in cause && typeof cause.code === "string") return cause.code;
  return "unreachable";
}

/** In seconds; the form of a date is rare, and the growing wait does for it. */
function retryAfter(header: string | null): number | null {
  return header !== null && /^\d{1,6}$/.test(header) ? Number(header) * 1000 : null;
}

function waitFor(attempt: number, asked: number | null, fetching: Fetching): number {
  const growing = fetching.firstWaitMs * 2 ** (attempt - 1);
  return Math.min(asked ?? growing, fetching.longestWaitMs);
}
