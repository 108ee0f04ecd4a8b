import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readLoginConfig } from "./read-login-config.ts";

const STAFF = {
  kind: "staff",
  key: "personal",
  name: { sv: "kommunens inloggning", en: "the municipality's login" },
  issuer: "https://login.kommun.example",
  clientId: "kompassen",
  clientSecret: { file: "secret" },
  kommunCodes: ["9001"],
};
const GUARDIAN = { ...STAFF, kind: "guardian", key: "vardnadshavare" };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "kompassen-oidc-"));
  writeFileSync(path.join(folder, "secret"), `${"s".repeat(40)}\n`);
});
afterAll(() => rmSync(folder, { recursive: true }));

function read(...issuers: readonly object[]) {
  const file = path.join(folder, "oidc.json");
  writeFileSync(file, JSON.stringify({ issuers }));
  return readLoginConfig(file);
}

describe("the file of login services", () => {
  it("reads each service with its secret, and asks for level 3 unless it says otherwise", () => {
    const [staff] = read(STAFF, GUARDIAN);
    expect(staff?.proof).toEqual({ kind: "secret", text: "s".repeat(40) });
    expect(staff?.keyClaim).toBe("https://id.oidc.se/claim/orgAffiliation");
    expect(staff?.acr.least).toBe("http://id.elegnamnd.se/loa/1.0/loa3");
  });

  it.each([
    [{ ...STAFF, clientId: undefined }, "issuers.0.clientId saknas"],
    [{ ...STAFF, issuer: "http://login.kommun.example" }, "issuers.0.issuer ska vara en https-adress"],
    [{ ...STAFF, kommunCodes: ["900"] }, "issuers.0.kommunCodes.0 ska vara fyra siffror"],
    [{ ...STAFF, clientSecret: { env: "KOMPASSEN_SAKNAS" } }, "miljövariabeln KOMPASSEN_SAKNAS saknas"],
    [{ ...STAFF, clientSecret: undefined }, "issuers.0.clientSecret ska anges, eller privateKey"],
    [
      { ...STAFF, roles: { claim: "roll", values: { A: "chef" } } },
      "issuers.0.roles.values.A ska vara något av",
    ],
    [{ ...STAFF, acr: { order: ["a", "b"], least: "c" } }, "issuers.0.acr.least ska finnas i order"],
    [{ ...STAFF, secret: "x" }, "okänt fält: secret"],
    [{ ...STAFF, key: "demo" }, "issuers.0.key får inte vara demo"],
    [{ ...STAFF, kind: "admin" }, "ska vara staff eller guardian"],
    [
      { ...GUARDIAN, keyClaim: "https://id.oidc.se/claim/personalIdentityNumber" },
      "issuers.0.pseudonymKey ska anges när keyClaim är ett personnummer",
    ],
  ])("names the field at fault, in Swedish (%#)", (issuer, words) => {
    expect(() => read(issuer)).toThrow(words);
  });

  it("never says a secret", () => {
    expect(() => read(STAFF, STAFF)).toThrow(/issuers ska ha olika key$/);
  });
});
