import type { Cookies } from "@sveltejs/kit";
import { afterEach, expect, test, vi } from "vitest";
import { arrivalCookie, localeCookie, loginCookie, sessionCookie, themeCookie } from "./own-cookie.ts";

const ALL = { arrivalCookie, localeCookie, loginCookie, sessionCookie, themeCookie };

afterEach(() => vi.unstubAllEnvs());

type Written = Parameters<Cookies["set"]>;

function written(cookie: (typeof ALL)[keyof typeof ALL]): Written {
  const set = vi.fn<Cookies["set"]>();
  cookie.write({ set }, "x");
  const [call] = set.mock.calls;
  if (call === undefined) throw new Error("nothing was written");
  return call;
}

test.each(Object.entries(ALL))(
  "%s is bound to this host, to https, and out of reach of scripts",
  (_, cookie) => {
    vi.stubEnv("ORIGIN", "https://kompassen.example");
    const [name, , attributes] = written(cookie);
    expect(name).toMatch(/^__Host-/);
    expect(attributes).toMatchObject({ path: "/", httpOnly: true, secure: true, sameSite: "lax" });
    expect(attributes).not.toHaveProperty("domain");
  },
);

test("without https, on one's own machine, the browser would keep no such cookie", () => {
  vi.stubEnv("ORIGIN", "http://127.0.0.1:3000");
  const [name, , attributes] = written(sessionCookie);
  expect(name).toBe("kompassen");
  expect(attributes).toMatchObject({ httpOnly: true, secure: false });
});

test("a login is kept until the browser is closed", () => {
  expect(written(sessionCookie)[2]).not.toHaveProperty("maxAge");
});
