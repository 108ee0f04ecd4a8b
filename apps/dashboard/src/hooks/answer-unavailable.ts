import { json, type RequestEvent } from "@sveltejs/kit";
import type { Handle } from "@sveltejs/kit/hooks";
import { stringify } from "devalue";
import { loadMessages } from "#lib/messages/load-messages.ts";
import { findUnavailable, type Unavailable } from "#lib/server/unavailable.ts";
import { type KeptForm, unavailablePage } from "#lib/server/unavailable-page.ts";

/**
 * What the database could not do is answered with 503 and when to ask again. A form that was sent comes back as a page
 * that holds every value of it and sends it once more: without scripts the browser has nothing else left of it.
 */
export const answerUnavailable: Handle = async ({ event, resolve }) => {
  // Read a second time only when it is needed; a form is small.
  const sent = isForm(event.request) ? event.request.clone() : null;
  let response: Response | null;
  try {
    response = await resolve(event);
  } catch (caught) {
    const found = findUnavailable(caught);
    if (found === null) throw caught;
    event.locals.unavailable = found;
    response = null;
  }
  const { unavailable } = event.locals;
  if (unavailable === undefined) return response ?? new Response(null, { status: 503 });
  const answer = await answerOf(event, unavailable, { response, sent });
  answer.headers.set("retry-after", String(unavailable.retryAfter));
  return answer;
};

async function answerOf(
  event: RequestEvent,
  { reason, retryAfter }: Unavailable,
  { response, sent }: { readonly response: Response | null; readonly sent: Request | null },
): Promise<Response> {
  const said = { message: "database_unavailable", status: 503, retryAfter, unavailable: reason };
  const isEnhanced = event.request.headers.has("x-sveltekit-action");
  const address = event.url.pathname + event.url.search;
  const form = sent === null ? null : await keepForm(sent, address);
  // As a refusal that the form shows where it stands: an error would take its page away.
  if (isEnhanced && form !== null) {
    const filled = Object.fromEntries(form.fields.map(({ name, value }) => [name, value]));
    const refusal = { code: "database_unavailable", detail: { reason, retryAfter } };
    return json({ type: "failure", status: 503, data: stringify({ refusal, filled }) }, { status: 503 });
  }
  const wantsPage = !event.isDataRequest && (event.request.headers.get("accept") ?? "").includes("text/html");
  if (!wantsPage) return response ?? json(said, { status: 503 });
  if (response !== null && sent === null) return response;
  const { locale } = event.locals;
  const { errors } = await loadMessages(locale);
  const html = unavailablePage({ locale, reason, address, form, words: errors.unavailable });
  return new Response(html, {
    status: 503,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy":
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    },
  });
}

/** Larger ones are files to read in: they are chosen again. */
const MOST_BYTES = 512 * 1024;

function isForm({ method, headers }: Request): boolean {
  const type = headers.get("content-type") ?? "";
  return (
    method === "POST" &&
    Number(headers.get("content-length") ?? MOST_BYTES) < MOST_BYTES &&
    (type.startsWith("application/x-www-form-urlencoded") || type.startsWith("multipart/form-data"))
  );
}

async function keepForm(sent: Request, address: string): Promise<KeptForm> {
  const entries = [...(await sent.formData())];
  return {
    address,
    fields: entries.flatMap(([name, value]) => (typeof value === "string" ? [{ name, value }] : [])),
    hasFile: entries.some(([, value]) => typeof value !== "string" && value.size > 0),
  };
}
