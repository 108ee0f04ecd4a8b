import type { Database } from "@kompassen/db";
import type { Context } from "../context/index.ts";
import { KompassError } from "../errors/index.ts";
import { hashToken, newToken } from "./token.ts";

const MILLISECONDS_A_MINUTE = 60_000;

/** Whether the person has proved anew who they are, within the minutes given. */
export function hasSteppedUp({ signedIn, now }: Pick<Context, "signedIn" | "now">, withinMinutes: number) {
  const at = signedIn?.steppedUpAt?.getTime();
  return at !== undefined && now.getTime() - at <= withinMinutes * MILLISECONDS_A_MINUTE;
}

/**
 * For what is too grave for a screen left open.
 * @throws KompassError `step_up_needed`
 */
export function requireStepUp(context: Pick<Context, "signedIn" | "now">, withinMinutes: number): void {
  if (!hasSteppedUp(context, withinMinutes)) throw new KompassError("step_up_needed");
}

/**
 * The session goes on under a new token: what somebody saw of the old one opens nothing.
 * @param acr what the login service vouched for now; null in the demo
 * @returns the new token, or null when the session has ended meanwhile
 */
export async function stepUpSession(
  database: Database,
  token: string,
  acr: string | null,
): Promise<string | null> {
  const next = newToken();
  const [row] = await database.sql<{ moved: boolean }[]>`
    select kompass.step_up_session(${hashToken(token)}, ${hashToken(next)}, ${acr}) as moved`;
  return row?.moved === true ? next : null;
}
