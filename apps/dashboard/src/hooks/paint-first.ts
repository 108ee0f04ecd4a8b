import type { Handle } from "@sveltejs/kit/hooks";

/**
 * Scripts wait until the page has been read: it says and does everything without them. Listed in its head, thirty
 * files ask for the processor and the line before the first words can be painted.
 */
export const paintFirst: Handle = ({ event, resolve }) =>
  resolve(event, { preload: ({ type }) => type === "css" });
