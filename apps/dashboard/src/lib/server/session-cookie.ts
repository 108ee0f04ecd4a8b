import type { Cookies } from "@sveltejs/kit";
import { isHttps } from "./own-origin.ts";

/** `__Host-` binds the cookie to this one host; it needs https, which a trial on one's own machine lacks. */
const cookieName = () => (isHttps() ? "__Host-kompassen" : "kompassen");

export function readSessionCookie(cookies: Cookies): string | undefined {
  return cookies.get(cookieName());
}

export function writeSessionCookie(cookies: Cookies, token: string): void {
  cookies.set(cookieName(), token, { path: "/", httpOnly: true, sameSite: "lax", secure: isHttps() });
}

export function removeSessionCookie(cookies: Cookies): void {
  cookies.delete(cookieName(), { path: "/", httpOnly: true, sameSite: "lax", secure: isHttps() });
}
