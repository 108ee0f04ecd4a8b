import { redirect } from "@sveltejs/kit";
import type { RequestHandler } from "./$types";

/** A child's own address leads to the compass; whether the child is open to the caller is decided there. */
export const GET: RequestHandler = ({ params }) => redirect(303, `/barn/${params.id}/behovskompass`);
