import { describe, expect, test } from "vitest";
import { loginConfig } from "./login-config.ts";

const aService = (own: Record<string, unknown> = {}) => ({
  kind: "staff",
  key: "kommun",
  name: { sv: "Kommunen", en: "The municipality" },
  issuer: "https://login.kommun.example",
  clientId: "kompassen",
  clientSecret: { env: "OIDC_SECRET" },
  kommunCodes: ["9001"],
  ...own,
});

const isAccepted = (...issuers: object[]) => loginConfig.safeParse({ issuers }).success;
const ANOTHER = { key: "region", issuer: "https://login.region.example" };

describe("a login service", () => {
  test("is reached by https, but on the own machine, and has one proof of who asks", () => {
    expect(isAccepted(aService())).toBe(true);
    expect(isAccepted(aService({ issuer: "http://login.kommun.example" }))).toBe(false);
    expect(isAccepted(aService({ issuer: "http://127.0.0.1:4000" }))).toBe(true);
    expect(isAccepted(aService({ clientSecret: undefined }))).toBe(false);
    expect(isAccepted(aService({ privateKey: { file: "key.pem" } }))).toBe(false);
  });

  test("asks for LoA3 when nothing else is said, and of a level that it knows", () => {
    const { issuers } = loginConfig.parse({ issuers: [aService()] });
    expect(issuers[0]?.acr).toMatchObject({ least: "http://id.elegnamnd.se/loa/1.0/loa3" });
    expect(isAccepted(aService({ acr: { order: ["low", "high"], least: "other" } }))).toBe(false);
  });

  test("keeps a personal identity number only as a digest", () => {
    const guardian = { kind: "guardian", keyClaim: "https://id.oidc.se/claim/personalIdentityNumber" };
    expect(isAccepted(aService(guardian))).toBe(false);
    expect(isAccepted(aService({ ...guardian, pseudonymKey: { env: "KEY" } }))).toBe(true);
  });
});

describe("two login services for the staff of one kommun", () => {
  test("vouch each for its own people: by how their keys end", () => {
    expect(isAccepted(aService(), aService(ANOTHER))).toBe(false);
    const one = aService({ keyEnding: "@SE2120001234" });
    expect(isAccepted(one, aService({ ...ANOTHER, keyEnding: "@SE2321000016" }))).toBe(true);
    expect(isAccepted(one, aService({ ...ANOTHER, keyEnding: "1234" }))).toBe(false);
    expect(isAccepted(one, aService(ANOTHER))).toBe(false);
  });

  test("need not when they are of different kommuner", () => {
    expect(isAccepted(aService(), aService({ ...ANOTHER, kommunCodes: ["9002"] }))).toBe(true);
  });
});
