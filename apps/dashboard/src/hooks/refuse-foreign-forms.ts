import { text } from "@sveltejs/kit";
import type { Handle } from "@sveltejs/kit/hooks";
import { ownAddress } from "#lib/server/own-origin.ts";
import { isOwnRequest } from "./is-own-request.ts";

/**
 * Lets only this site's own pages send anything that changes data.
 *
 * It stands in for SvelteKit's check, which compares whole origins and takes the protocol from a proxy's header
 * or else assumes https: served over plain http on the own machine, every form would be refused.
 */
export const refuseForeignForms: Handle = ({ event, resolve }) =>
  // By the address people use, when it is known: a request names its own host.
  isOwnRequest(event.request, ownAddress("/", event.url).host)
    ? resolve(event)
    : text("Formuläret kom från en annan webbplats.", { status: 403 });
