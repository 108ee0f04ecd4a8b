import { findGuardian, findStaff, LoginFault, noteArrival, type Vouched } from "@kompassen/api/login";
import { auditStepUp, stepUpSession } from "@kompassen/api/session";
import type { RequestEvent } from "@sveltejs/kit";
import { landingPath } from "#lib/shared/landing-path.ts";
import { arrivalCookie, sessionCookie } from "./own-cookie.ts";
import { runtime } from "./runtime.ts";
import { signIn } from "./sign-in.ts";

/**
 * Signs in whom a login service has vouched for.
 * @returns where to go
 * @throws LoginFault `unknown_person` or `disabled`
 */
export async function signInAsVouched(event: RequestEvent, vouched: Vouched): Promise<string> {
  const { database } = runtime();
  const { acr, returnTo } = vouched;
  const { kind, key: issuer } = vouched.login.source;
  if (kind === "staff") {
    const { kommunCode, personId, roles } = await findStaff(database, vouched);
    await signIn(event, { kommunCode, personId, issuer, acr });
    return returnTo === "/" ? landingPath(roles) : returnTo;
  }
  const account = await findGuardian(database, vouched);
  if (account === null) {
    arrivalCookie.write(event.cookies, await noteArrival(database, vouched));
    return "/familj/inbjudan";
  }
  await signIn(event, { kommunCode: account.kommunCode, guardianAccountId: account.accountId, issuer, acr });
  return returnTo === "/" ? "/familj" : returnTo;
}

/**
 * The session goes on under a new token, if it is the same person.
 * @throws LoginFault `other_person`
 */
export async function stepUpAsVouched(event: RequestEvent, vouched: Vouched): Promise<string> {
  const { database, family } = runtime();
  const token = sessionCookie.read(event.cookies);
  const { session } = event.locals;
  if (token === undefined || session === null || !(await isSame(event, vouched))) {
    throw new LoginFault("other_person");
  }
  await auditStepUp({ database, family }, session, vouched.acr);
  const next = await stepUpSession(database, token, vouched.acr);
  if (next === null) return `/logga-in?till=${encodeURIComponent(vouched.returnTo)}`;
  sessionCookie.write(event.cookies, next);
  return vouched.returnTo;
}

async function isSame({ locals }: RequestEvent, vouched: Vouched): Promise<boolean> {
  const { database } = runtime();
  const { signedIn, guardian, session } = locals;
  if (session?.issuer !== vouched.login.source.key) return false;
  if (vouched.login.source.kind === "staff") {
    return (await findStaff(database, vouched)).personId === signedIn?.personId;
  }
  return (await findGuardian(database, vouched))?.accountId === guardian?.accountId;
}
