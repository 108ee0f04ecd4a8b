import { expect, test } from "vitest";
import { isLedByAnotherSite, isOwnRequest } from "./is-own-request.ts";

const host = "kompassen.example:3000";

const aRequest = (method: string, origin?: string, contentType = "application/x-www-form-urlencoded") =>
  new Request(`https://${host}/sprak`, {
    method,
    headers: { "content-type": contentType, ...(origin === undefined ? {} : { origin }) },
  });

test("a form from a page of ours is served, over https and over plain http alike", () => {
  expect(isOwnRequest(aRequest("POST", `https://${host}`), host)).toBe(true);
  expect(isOwnRequest(aRequest("POST", `http://${host}`), host)).toBe(true);
});

test.each([
  ["another site", "https://example.org"],
  ["another port", "https://kompassen.example:4000"],
  ["a subdomain", "https://x.kompassen.example:3000"],
  ["a hidden origin", "null"],
  ["no origin", undefined],
])("a form from %s is refused", (_, origin) => {
  expect(isOwnRequest(aRequest("POST", origin), host)).toBe(false);
});

test("JSON is held to the same rule as forms", () => {
  expect(isOwnRequest(aRequest("POST", "https://example.org", "application/json"), host)).toBe(false);
  expect(isOwnRequest(aRequest("DELETE", "https://example.org", "application/json"), host)).toBe(false);
});

test("reading needs no origin", () => {
  expect(isOwnRequest(new Request(`https://${host}/`), host)).toBe(true);
});

test.each([
  ["cross-site", true],
  ["same-site", true],
  ["same-origin", false],
  ["none", false],
])("a login is begun by the person and not by another site: %s", (site, isLed) => {
  const headers = { "sec-fetch-site": site };
  expect(isLedByAnotherSite(new Request(`https://${host}/logga-in/vidare`, { headers }))).toBe(isLed);
});
