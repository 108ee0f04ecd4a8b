import type { Transport } from "@sveltejs/kit/hooks";
import { alreadyOnPage, ServerMarkup } from "#lib/charts/server-markup.ts";

/** How values that are not plain data travel from the server to the browser. */
export const transport: Transport = {
  ServerMarkup: {
    encode: (value) => (value instanceof ServerMarkup ? 1 : false),
    decode: alreadyOnPage,
  },
};
