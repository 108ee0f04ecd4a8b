import { findKnown } from "@kompassen/api/errors";
import type { Handle } from "@sveltejs/kit/hooks";
import { runtime } from "#lib/server/runtime.ts";

/** More than a person does, many times over. */
const OF_A_SESSION = { most: 1_200, seconds: 60 };

/** A whole municipality may stand behind one address. */
const OF_AN_ADDRESS = { most: 3_000, seconds: 60 };

/** Everything that is asked, counted in memory: a flood is turned away before it costs anything. */
export const limitCalls: Handle = ({ event, resolve }) => {
  const { locals, url } = event;
  if (url.pathname === "/health") return resolve(event);
  const { session, context } = locals;
  try {
    if (session === null) {
      runtime().counter?.take(`address ${event.getClientAddress()}`, OF_AN_ADDRESS, context.now);
    } else {
      runtime().counter?.take(`session ${session.id}`, OF_A_SESSION, context.now);
    }
  } catch (caught) {
    const seconds = findKnown(caught)?.detail.retryAfter;
    if (seconds === undefined) throw caught;
    return turnAway(locals.locale, seconds);
  }
  return resolve(event);
};

const WORDS = {
  sv: (seconds: number) => `Det blev många försök på kort tid. Vänta ${seconds} sekunder och ladda om sidan.`,
  en: (seconds: number) =>
    `There were many attempts in a short time. Wait ${seconds} seconds and reload the page.`,
};

/** A page without the site's layout: what is turned away must cost little. */
function turnAway(locale: keyof typeof WORDS, seconds: number): Response {
  const body = `<!doctype html><html lang="${locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Kompassen</title><h1>Kompassen</h1><p>${WORDS[locale](seconds)}</p></html>`;
  return new Response(body, {
    status: 429,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
      "retry-after": String(seconds),
    },
  });
}
