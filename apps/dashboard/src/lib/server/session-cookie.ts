import type { Cookies } from "@sveltejs/kit";

const isSecure = (url: URL) => url.protocol === "https:";

/** `__Host-` binds the cookie to this one host; it needs https, which a trial on one's own machine lacks. */
const nameFor = (url: URL) => (isSecure(url) ? "__Host-kompassen" : "kompassen");

export function readSessionCookie(cookies: Cookies, url: URL): string | undefined {
  return cookies.get(nameFor(url));
}

export function writeSessionCookie(cookies: Cookies, url: URL, token: string): void {
  cookies.set(nameFor(url), token, { path: "/", httpOnly: true, sameSite: "lax", secure: isSecure(url) });
}

export function removeSessionCookie(cookies: Cookies, url: URL): void {
  cookies.delete(nameFor(url), { path: "/", httpOnly: true, sameSite: "lax", secure: isSecure(url) });
}
