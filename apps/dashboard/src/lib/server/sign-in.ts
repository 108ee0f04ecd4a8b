import { auditSignIn, endSession, type SessionOwner, startSession } from "@kompassen/api/session";
import type { RequestEvent } from "@sveltejs/kit";
import { describeDevice } from "./describe-device.ts";
import { sessionCookie } from "./own-cookie.ts";
import { runtime } from "./runtime.ts";

/** Begins a session under a new token; what this browser was logged in as before ends. */
export async function signIn(
  { cookies, request }: Pick<RequestEvent, "cookies" | "request">,
  owner: Omit<SessionOwner, "device">,
): Promise<void> {
  const { database, family } = runtime();
  const before = sessionCookie.read(cookies);
  if (before !== undefined) await endSession(database, before);
  await auditSignIn({ database, family }, owner);
  const device = describeDevice(request.headers.get("user-agent"));
  sessionCookie.write(cookies, await startSession(database, { ...owner, device }));
}
