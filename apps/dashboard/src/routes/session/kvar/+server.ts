import { json } from "@sveltejs/kit";
import type { RequestHandler } from "./$types";

/** Seconds left: until it ends unused, and until it ends whatever is done. Null for who is not logged in. */
const answer: RequestHandler = ({ locals }) => {
  const { session, context } = locals;
  if (session === null) return json(null);
  const secondsTo = (end: Date) => Math.max(0, Math.floor((end.getTime() - context.now.getTime()) / 1000));
  return json({ idle: secondsTo(session.idleEndsAt), absolute: secondsTo(session.endsAt) });
};

/** Asking does not make it last longer (hooks/know-session.ts). */
export const GET = answer;

/** Staying does. */
export const POST = answer;
