import { text } from "@sveltejs/kit";
import type { Handle } from "@sveltejs/kit/hooks";

/** A form or a call is small. Only the page that reads files in takes as much as the server lets through. */
const MOST_BYTES = 512 * 1024;

const UPLOADS = "/(app)/inlasning";

/** Refuses a large body before it is read: the server's own limit is that of the largest file. */
export const limitBody: Handle = ({ event, resolve }) => {
  const status = refusalOf(event.request, event.route.id);
  return status === null ? resolve(event) : text("Det som skickades är för stort.", { status });
};

/** What is sent without saying how much it is could be anything. Browsers always say. */
export function refusalOf({ headers, body }: Request, route: string | null): 411 | 413 | null {
  if (route?.startsWith(UPLOADS)) return null;
  const length = headers.get("content-length");
  if (length === null) return body === null ? null : 411;
  return Number(length) > MOST_BYTES ? 413 : null;
}
