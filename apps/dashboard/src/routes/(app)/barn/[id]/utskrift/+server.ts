import { error } from "@sveltejs/kit";
import { findOr404 } from "#lib/server/find-or-404.ts";
import type { RequestHandler } from "./$types";

/** A page of the child is being printed: told by the page itself, whichever way the print was asked for. */
export const POST: RequestHandler = async ({ locals, params }) => {
  if (locals.signedIn === null) error(401);
  await findOr404(locals.api.people.recordPrint({ childId: params.id }));
  return new Response(null, { status: 204 });
};
