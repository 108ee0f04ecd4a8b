import type { Cookies } from "@sveltejs/kit";
import { isHttps } from "./own-origin.ts";

export interface OwnCookie {
  read(cookies: Pick<Cookies, "get">): string | undefined;
  write(cookies: Pick<Cookies, "set">, value: string): void;
  remove(cookies: Pick<Cookies, "delete">): void;
}

/**
 * A cookie of this host alone, out of reach of scripts. `__Host-` binds it to the host; that needs https, which a
 * trial on one's own machine lacks.
 * @param options.seconds how long the browser keeps it; until it is closed when left out
 */
function ownCookie(name: string, { seconds }: { readonly seconds?: number } = {}): OwnCookie {
  const nameNow = () => (isHttps() ? `__Host-${name}` : name);
  // "Lax", not "Strict": a login service sends people back here, and a link in a mail is opened by who is logged in.
  const attributes = () => ({ path: "/", httpOnly: true, sameSite: "lax", secure: isHttps() }) as const;
  return {
    read: (cookies) => cookies.get(nameNow()),
    write: (cookies, value) =>
      cookies.set(
        nameNow(),
        value,
        seconds === undefined ? attributes() : { ...attributes(), maxAge: seconds },
      ),
    remove: (cookies) => cookies.delete(nameNow(), attributes()),
  };
}

/** Who is logged in. */
export const sessionCookie = ownCookie("kompassen");

/** Binds a login service's answer to the browser that asked. */
export const loginCookie = ownCookie("kompassen-inloggning", { seconds: 600 });

/** A guardian on the way from the login service to the letter's code. */
export const arrivalCookie = ownCookie("kompassen-inbjudan", { seconds: 1800 });

const A_YEAR = 31_536_000;

export const localeCookie = ownCookie("sprak", { seconds: A_YEAR });

export const themeCookie = ownCookie("tema", { seconds: A_YEAR });
