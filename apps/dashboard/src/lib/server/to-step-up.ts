import { hasSteppedUp } from "@kompassen/api/session";
import { redirect } from "@sveltejs/kit";
import { getRequestEvent } from "$app/server";

/**
 * Sends the person to prove anew who they are, and back again.
 * @param page where to; the page they are on unless told
 */
export function toStepUp(page: string = pageAskedFor()): never {
  redirect(303, pathToStepUp(page));
}

/**
 * For a page whose form needs it: asked before anything is written, nothing written is lost.
 * @param withinMinutes fewer than the verb itself asks for, so that there is time to fill in the form
 * @param hash the part of the page to come back to
 * @returns null when the person has proved it within the minutes given
 */
export function stepUpHref(withinMinutes: number, hash: `#${string}` | "" = ""): string | null {
  return hasSteppedUp(getRequestEvent().locals.context, withinMinutes)
    ? null
    : pathToStepUp(pageAskedFor() + hash);
}

function pageAskedFor(): string {
  const { url } = getRequestEvent();
  // An action's name in the address is not a page.
  return url.pathname + (url.search.startsWith("?/") ? "" : url.search);
}

function pathToStepUp(page: string): string {
  return `/bekrafta?till=${encodeURIComponent(page)}`;
}
