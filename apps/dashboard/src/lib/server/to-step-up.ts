import { hasSteppedUp } from "@kompassen/api/session";
import { redirect } from "@sveltejs/kit";
import { getRequestEvent } from "$app/server";

/** Sends the person to prove anew who they are, and back to the page they are on. */
export function toStepUp(): never {
  redirect(303, pathToStepUp(""));
}

/**
 * For a page whose form needs it: asked before anything is written, nothing written is lost.
 * @param withinMinutes fewer than the verb itself asks for, so that there is time to fill in the form
 * @param hash the part of the page to come back to
 * @returns null when the person has proved it within the minutes given
 */
export function stepUpHref(withinMinutes: number, hash: `#${string}` | "" = ""): string | null {
  return hasSteppedUp(getRequestEvent().locals.context, withinMinutes) ? null : pathToStepUp(hash);
}

function pathToStepUp(hash: string): string {
  const { url } = getRequestEvent();
  // An action's name in the address is not a page.
  const page = url.pathname + (url.search.startsWith("?/") ? "" : url.search);
  return `/bekrafta?till=${encodeURIComponent(page + hash)}`;
}
