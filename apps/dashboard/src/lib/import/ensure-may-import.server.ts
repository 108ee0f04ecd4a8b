import { error } from "@sveltejs/kit";

/** Before a body is read: reading files in is for those who follow children. */
export function ensureMayImport({ signedIn }: App.Locals): void {
  if (signedIn === null) error(401);
  if (!signedIn.roles.some((role) => role === "barnkontakt" || role === "stodsamordnare")) error(404);
}
