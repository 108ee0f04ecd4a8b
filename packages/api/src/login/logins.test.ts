import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countAttempt } from "../limits/index.ts";
import { registerChildOf } from "../testing/a-child.ts";
import { aKommun, type Caller, type TestKommun } from "../testing/a-kommun.ts";
import { beginAttempt, takeAttempt } from "./attempt.ts";
import { beginLogin } from "./begin-login.ts";
import { findGuardian, findStaff } from "./find-account.ts";
import type { Vouched } from "./finish-login.ts";
import { findArrival, noteArrival } from "./guardian-arrival.ts";
import { type Login, openLogin } from "./open-login.ts";
import { pseudonymOf } from "./pseudonym.ts";
import type { LoginSource } from "./read-login-config.ts";
import { redeemInvitation } from "./redeem-invitation.ts";

const KOMMUN = "9111";

let database: TestDatabase;
let kommun: TestKommun;
let responsible: { id: string; as: Caller };

beforeAll(async () => {
  database = await openTestDatabase();
  kommun = await aKommun(database, KOMMUN);
  responsible = await kommun.person("Samordnaren", "stodsamordnare");
});
afterAll(() => database.close());

const attempt = {
  issuer: "personal",
  purpose: "sign_in",
  codeVerifier: "v".repeat(43),
  nonce: "n".repeat(43),
  returnTo: "/barn",
} as const;

describe("a login under way", () => {
  it("comes back once", async () => {
    const begun = await beginAttempt(database.app, attempt, undefined);
    expect(await takeAttempt(database.app, begun)).toEqual(attempt);
    await expect(takeAttempt(database.app, begun)).rejects.toMatchObject({ code: "used_already" });
  });

  it("comes back once also when the answer comes twice at the same moment", async () => {
    const begun = await beginAttempt(database.app, attempt, undefined);
    const answers = await Promise.allSettled(
      Array.from({ length: 6 }, () => takeAttempt(database.app, begun)),
    );
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("is taken up by the browser that began it and no other", async () => {
    const { state } = await beginAttempt(database.app, attempt, undefined);
    await expect(takeAttempt(database.app, { state, browser: undefined })).rejects.toMatchObject({
      code: "not_begun",
    });
    const other = await beginAttempt(database.app, attempt, undefined);
    await expect(takeAttempt(database.app, { state, browser: other.browser })).rejects.toMatchObject({
      code: "not_begun",
    });
  });

  it("is too late after ten minutes, and unknown when nobody began it", async () => {
    const begun = await beginAttempt(database.app, attempt, undefined);
    await database.admin`update login_attempt set expires_at = now() where used_at is null`;
    await expect(takeAttempt(database.app, begun)).rejects.toMatchObject({ code: "too_late" });
    await expect(takeAttempt(database.app, { ...begun, state: "x" })).rejects.toMatchObject({
      code: "not_begun",
    });
  });

  it("does not begin at a service that does not answer", async () => {
    const asked = { purpose: "sign_in", returnTo: "/", callback: "http://127.0.0.1/logga-in/svar" } as const;
    await expect(beginLogin(database.app, aLogin(), asked)).rejects.toMatchObject({ code: "unreachable" });
  });
});

function aLogin(roles?: Record<string, "barnkontakt" | "teammedlem" | "administrator">): Login {
  const source: LoginSource = {
    kind: "staff",
    key: "personal",
    name: { sv: "inloggningen", en: "the login" },
    // Nothing listens there.
    issuer: "http://127.0.0.1:9",
    clientId: "kompassen",
    kommunCodes: [KOMMUN],
    acr: { order: ["loa3"], least: "loa3" },
    clockToleranceSeconds: 30,
    scope: "openid",
    keyClaim: "key",
    ...(roles === undefined ? {} : { roles: { claim: "roll", values: roles } }),
    proof: { kind: "secret", text: "x".repeat(32) },
    pseudonym: null,
  };
  return openLogin(source);
}

const vouchedAs = (key: string, roleValues: readonly string[] | null = null, login = aLogin()): Vouched => ({
  login,
  purpose: "sign_in",
  returnTo: "/",
  key,
  acr: "loa3",
  roleValues,
});

describe("whom a login service names", () => {
  it("is found only when registered here, and open", async () => {
    const { id } = await kommun.person("Anställd", "teammedlem");
    const found = await findStaff(database.app, vouchedAs(`test:${id}`));
    expect(found).toEqual({ kommunCode: KOMMUN, personId: id, roles: ["teammedlem"] });
    await expect(findStaff(database.app, vouchedAs("okand"))).rejects.toMatchObject({
      code: "unknown_person",
    });
    await database.admin`update person set disabled_at = now() where id = ${id}`;
    await expect(findStaff(database.app, vouchedAs(`test:${id}`))).rejects.toMatchObject({
      code: "disabled",
    });
  });

  it("gets the roles that the service gave last, and keeps those that it cannot give", async () => {
    const login = aLogin({ BK: "barnkontakt", BT: "teammedlem" });
    const { id } = await kommun.person("Rollen", "teammedlem", "styrgrupp");
    const follow = async (...values: string[]) =>
      (await findStaff(database.app, vouchedAs(`test:${id}`, values, login))).roles;
    expect(await follow("BK")).toEqual(["barnkontakt", "styrgrupp"]);
    expect(await follow("BK", "BT", "annat")).toEqual(["barnkontakt", "styrgrupp", "teammedlem"]);
    expect(await follow()).toEqual(["styrgrupp"]);
  });

  it("stays administrator as long as there is no other", async () => {
    const login = aLogin({ ADM: "administrator" });
    const alone = await kommun.person("Ensam");
    const follow = async (id: string, ...values: string[]) =>
      (await findStaff(database.app, vouchedAs(`test:${id}`, values, login))).roles;
    expect(await follow(alone.id, "ADM")).toEqual(["administrator"]);
    expect(await follow(alone.id)).toEqual(["administrator"]);
    await database.admin`update person_role set valid_from = '2020-01-01' where person_id = ${alone.id}`;
    expect(await follow(alone.id)).toEqual(["administrator"]);
    const other = await kommun.person("Annan", "administrator");
    expect(await follow(alone.id)).toEqual([]);
    expect(await follow(other.id)).toEqual(["administrator"]);
  });
});

describe("a personal identity number", () => {
  it("is kept as a pseudonym that only the server's key can make", () => {
    const number = "200001010000";
    expect(pseudonymOf(number, "a".repeat(32))).toBe(pseudonymOf(number, "a".repeat(32)));
    expect(pseudonymOf(number, "a".repeat(32))).not.toBe(pseudonymOf(number, "b".repeat(32)));
    expect(pseudonymOf(number, "a".repeat(32))).not.toContain(number);
  });
});

describe("a guardian's letter", () => {
  const bringer = () => ({ issuer: "bankid", subject: crypto.randomUUID(), kommunCodes: [KOMMUN] });
  const aLetter = async () => {
    const { childId, guardianId } = await registerChildOf(kommun, responsible.as);
    const { code } = await responsible.as.people.inviteGuardian({
      childId,
      guardianId,
      invitationId: crypto.randomUUID(),
    });
    return { childId, guardianId, code };
  };

  it("lets the guardian in, once, and makes the account that is found at the next login", async () => {
    const { childId, guardianId, code } = await aLetter();
    const mother = bringer();
    const account = await redeemInvitation(database.app, mother, code.toLowerCase().replaceAll("-", " "));
    expect(account?.kommunCode).toBe(KOMMUN);
    const guardian = { ...vouchedAs(mother.subject), login: aGuardianLogin() };
    expect(await findGuardian(database.app, guardian)).toEqual(account);
    expect(await redeemInvitation(database.app, bringer(), code)).toBeNull();
    const { guardians } = await responsible.as.people.getChild({ childId });
    expect(guardians.find(({ id }) => id === guardianId)?.hasAccount).toBe(true);
    const logged = await database.admin`
      select 1 from audit_log where verb = 'login.redeemInvitation' and kommun_code = ${KOMMUN}`;
    expect(logged).toHaveLength(1);
  });

  it("ties a second child to the same account", async () => {
    const mother = bringer();
    const first = await redeemInvitation(database.app, mother, (await aLetter()).code);
    const second = await redeemInvitation(database.app, mother, (await aLetter()).code);
    expect(second).toEqual(first);
  });

  it("never lets one account stand for both guardians of a child", async () => {
    const { childId, code } = await aLetter();
    const father = crypto.randomUUID();
    await responsible.as.people.recordGuardian({
      childId,
      guardianId: father,
      version: null,
      name: "Ero Vandral",
      relation: "pappa",
    });
    const other = await responsible.as.people.inviteGuardian({
      childId,
      guardianId: father,
      invitationId: crypto.randomUUID(),
    });
    const one = bringer();
    expect(await redeemInvitation(database.app, one, code)).not.toBeNull();
    expect(await redeemInvitation(database.app, one, other.code)).toBeNull();
    expect(await redeemInvitation(database.app, bringer(), other.code)).not.toBeNull();
  });

  it("does not hold when it is old, replaced, of another kommun, or has been guessed at five times", async () => {
    const old = await aLetter();
    await database.admin`update guardian_invitation set expires_at = now() where guardian_id = ${old.guardianId}`;
    expect(await redeemInvitation(database.app, bringer(), old.code)).toBeNull();

    const replaced = await aLetter();
    await responsible.as.people.inviteGuardian({
      childId: replaced.childId,
      guardianId: replaced.guardianId,
      invitationId: crypto.randomUUID(),
    });
    expect(await redeemInvitation(database.app, bringer(), replaced.code)).toBeNull();

    const elsewhere = await aLetter();
    const foreign = { ...bringer(), kommunCodes: ["9112"] };
    expect(await redeemInvitation(database.app, foreign, elsewhere.code)).toBeNull();

    const guessed = await aLetter();
    for (let guess = 0; guess < 5; guess += 1) {
      await redeemInvitation(database.app, bringer(), `${guessed.code.slice(0, 4)}-2222-2222-2222`);
    }
    expect(await redeemInvitation(database.app, bringer(), guessed.code)).toBeNull();
  });

  it("stops whoever guesses, whichever letters are guessed at", async () => {
    const one = bringer();
    for (let guess = 0; guess < 8; guess += 1) await redeemInvitation(database.app, one, "fel kod");
    await expect(redeemInvitation(database.app, one, "fel kod")).rejects.toMatchObject({
      code: "too_many_requests",
    });
  });

  it("is made by whoever is responsible for the child, and by nobody else", async () => {
    const { childId, guardianId } = await registerChildOf(kommun, responsible.as);
    const stranger = await kommun.person("Kollegan", "stodsamordnare");
    const made = stranger.as.people.inviteGuardian({
      childId,
      guardianId,
      invitationId: crypto.randomUUID(),
    });
    await expect(made).rejects.toMatchObject({ message: "not_found" });
  });

  it("is stored as a hash", async () => {
    const { guardianId, code } = await aLetter();
    const [row] = await database.admin<{ row: string }[]>`
      select guardian_invitation::text as row from guardian_invitation where guardian_id = ${guardianId}`;
    expect(row?.row).not.toContain(code.slice(5));
    expect(row?.row).not.toContain(code.replaceAll("-", ""));
  });
});

function aGuardianLogin(): Login {
  const { source } = aLogin();
  return openLogin({ ...source, kind: "guardian", key: "bankid" });
}

describe("a guardian who has only just come", () => {
  it("leaves no account behind, and is forgotten after half an hour", async () => {
    const vouched = { ...vouchedAs("ny"), login: aGuardianLogin() };
    const token = await noteArrival(database.app, vouched);
    expect(await findArrival(database.app, token)).toEqual({ issuer: "bankid", subject: "ny", acr: "loa3" });
    expect(await findGuardian(database.app, vouched)).toBeNull();
    await database.admin`update guardian_arrival set expires_at = now()`;
    expect(await findArrival(database.app, token)).toBeNull();
  });
});

describe("a count that servers share", () => {
  it("holds when several ask at once, says when to come back, and begins anew after its time", async () => {
    const allowed = { most: 5, seconds: 60 };
    const tries = Array.from({ length: 12 }, () => countAttempt(database.app, "något", allowed));
    const answers = await Promise.allSettled(tries);
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
    await expect(countAttempt(database.app, "något", allowed)).rejects.toMatchObject({
      code: "too_many_requests",
      detail: { retryAfter: expect.closeTo(60, -1) },
    });
    await countAttempt(database.app, "annat", allowed);
    await database.admin`update attempt_count set ends_at = now()`;
    await countAttempt(database.app, "något", allowed);
  });
});
