import { text } from "@sveltejs/kit";
import type { Handle } from "@sveltejs/kit/hooks";

/** A form or a call is small. Only the page that reads files in takes as much as the server lets through. */
const MOST_BYTES = 512 * 1024;

const UPLOADS = "/(app)/inlasning";

/** Refuses a large body before it is read: the server's own limit is that of the largest file. */
export const limitBody: Handle = ({ event, resolve }) => {
  const bytes = Number(event.request.headers.get("content-length") ?? 0);
  const isUpload = event.route.id?.startsWith(UPLOADS) ?? false;
  return bytes > MOST_BYTES && !isUpload
    ? text("Det som skickades är för stort.", { status: 413 })
    : resolve(event);
};
