import { hasSteppedUp } from "@kompassen/api/session";
import { redirect } from "@sveltejs/kit";
import { getRequestEvent } from "$app/server";

/** Sends the person to prove anew who they are, and back to the page they are on. */
export function toStepUp(): never {
  const { url } = getRequestEvent();
  // An action's name in the address is not a page.
  const page = url.pathname + (url.search.startsWith("?/") ? "" : url.search);
  redirect(303, `/bekrafta?till=${encodeURIComponent(page)}`);
}

/**
 * For the load of a page whose form needs it: asked before anything is written, nothing written is lost.
 * @param withinMinutes fewer than the verb itself asks for, so that there is time to fill in the form
 */
export function askToStepUp(withinMinutes: number): void {
  if (!hasSteppedUp(getRequestEvent().locals.context, withinMinutes)) toStepUp();
}
