import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { todayInSweden } from "@kompassen/domain/shared";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createCaller } from "../index.ts";
import { silentLog } from "../log/index.ts";
import { aKommun, type TestKommun } from "../testing/a-kommun.ts";
import {
  auditSignIn,
  auditStepUp,
  endOwnSessions,
  endSession,
  findSession,
  hashToken,
  hasSteppedUp,
  isFresh,
  listOwnSessions,
  startSession,
  stepUpSession,
} from "./index.ts";

const KOMMUN = "9110";
const VOUCHED = { issuer: "personal", acr: "loa3" };

let database: TestDatabase;
let kommun: TestKommun;
let person: { kommunCode: string; personId: string };
let token: string;

beforeAll(async () => {
  database = await openTestDatabase();
  kommun = await aKommun(database, KOMMUN);
});
afterAll(() => database.close());

beforeEach(async () => {
  person = { kommunCode: KOMMUN, personId: (await kommun.person("Någon", "barnkontakt")).id };
  token = await startSession(database.app, { ...person, ...VOUCHED });
});

async function aGuardian(): Promise<string> {
  const id = crypto.randomUUID();
  await database.admin`
    insert into guardian_account (kommun_code, id, issuer, subject) values (${KOMMUN}, ${id}, 'test', ${id})`;
  return id;
}

const isIn = async (of: string) => (await findSession(database.app, of)) !== null;
const age = (of: string, column: "last_seen_at" | "expires_at", minutes: number) =>
  database.admin`
    update session set ${database.admin(column)} = now() - make_interval(mins => ${minutes})
     where token_hash = ${hashToken(of)}`;

describe("a session", () => {
  it("is stored as a hash: the token itself stands nowhere", async () => {
    const rows = await database.admin<{ row: string }[]>`
      select session::text as row from session where person_id = ${person.personId}`;
    expect(rows).toHaveLength(1);
    expect(rows[0]?.row).not.toContain(token);
    expect(rows[0]?.row).toContain(hashToken(token));
    expect(await isIn(rows[0]?.row.match(/[0-9a-f]{64}/)?.[0] ?? "")).toBe(false);
  });

  it("says who, with the roles of today, and until when", async () => {
    const found = await findSession(database.app, token);
    expect(found?.signedIn).toMatchObject({ ...person, roles: ["barnkontakt"], steppedUpAt: null });
    expect(found?.guardian).toBeNull();
    const hours = ((found?.endsAt.getTime() ?? 0) - Date.now()) / 3_600_000;
    expect(hours).toBeCloseTo(10, 1);
    expect(((found?.idleEndsAt.getTime() ?? 0) - Date.now()) / 60_000).toBeCloseTo(60, 0);
  });

  it("ends after an hour without use, and use moves that hour", async () => {
    await age(token, "last_seen_at", 59);
    expect(await isIn(token)).toBe(true);
    await age(token, "last_seen_at", 61);
    expect(await isIn(token)).toBe(false);
  });

  it("is not used by asking how long it lasts", async () => {
    await age(token, "last_seen_at", 50);
    const peeked = await findSession(database.app, token, { isUse: false });
    expect(((peeked?.idleEndsAt.getTime() ?? 0) - Date.now()) / 60_000).toBeCloseTo(10, 0);
    const used = await findSession(database.app, token);
    expect(((used?.idleEndsAt.getTime() ?? 0) - Date.now()) / 60_000).toBeCloseTo(60, 0);
  });

  it("ends at its last hour however much it is used", async () => {
    await age(token, "expires_at", 0);
    expect(await isIn(token)).toBe(false);
  });

  it("ends at once when the person's account is disabled", async () => {
    await database.admin`update person set disabled_at = now() where id = ${person.personId}`;
    expect(await isIn(token)).toBe(false);
  });

  it("ends when logging out", async () => {
    await endSession(database.app, token);
    expect(await isIn(token)).toBe(false);
  });

  it("of nobody that a login service vouches for counts in the demo only", async () => {
    const chosen = await startSession(database.app, person);
    expect(await findSession(database.app, chosen, { isDemo: true })).not.toBeNull();
    expect(await findSession(database.app, chosen, { isDemo: false })).toBeNull();
    expect(await findSession(database.app, token, { isDemo: false })).not.toBeNull();
  });
});

describe("a guardian's session", () => {
  it("is a guardian's and no staff member's, and shorter", async () => {
    const accountId = await aGuardian();
    const own = await startSession(database.app, {
      kommunCode: KOMMUN,
      guardianAccountId: accountId,
      ...VOUCHED,
    });
    const found = await findSession(database.app, own);
    expect(found).toMatchObject({ signedIn: null, guardian: { kommunCode: KOMMUN, accountId } });
    expect(((found?.endsAt.getTime() ?? 0) - Date.now()) / 3_600_000).toBeCloseTo(4, 1);
  });

  it("ends at once when the account is disabled", async () => {
    const accountId = await aGuardian();
    const own = await startSession(database.app, {
      kommunCode: KOMMUN,
      guardianAccountId: accountId,
      ...VOUCHED,
    });
    await database.admin`update guardian_account set disabled_at = now() where id = ${accountId}`;
    expect(await isIn(own)).toBe(false);
  });
});

describe("a login", () => {
  const logged = async (actorId: string) => {
    const rows = await database.admin<{ verb: string; actor_kind: string; fields: string[] }[]>`
      select l.verb, l.actor_kind, l.fields from audit_log l
        join audit_actor a on a.kommun_code = l.kommun_code and a.alias = l.chain and a.alias::text = l.actor
       where a.actor_id = ${actorId} order by l.sequence`;
    return [...rows];
  };

  it("stands in the log of whoever logs in: by which service, and how surely it knows", async () => {
    const databases = { database: database.app, family: database.family };
    await auditSignIn(databases, { ...person, ...VOUCHED });
    const session = await findSession(database.app, token);
    if (session === null) throw new Error("not signed in");
    await auditStepUp(databases, session, "loa4");
    expect(await logged(person.personId)).toEqual([
      { verb: "login.signIn", actor_kind: "person", fields: ["session", "personal", "loa3"] },
      { verb: "login.stepUp", actor_kind: "person", fields: ["session", "personal", "loa4"] },
    ]);
    const guardianAccountId = await aGuardian();
    await auditSignIn(databases, { kommunCode: KOMMUN, guardianAccountId });
    expect(await logged(guardianAccountId)).toEqual([
      { verb: "login.signIn", actor_kind: "guardian", fields: ["session", "demo"] },
    ]);
  });
});

describe("stepping up", () => {
  it("goes on under a new token, and the old one opens nothing", async () => {
    const next = await stepUpSession(database.app, token, "loa4");
    expect(next).not.toBeNull();
    expect(await isIn(token)).toBe(false);
    const found = await findSession(database.app, next ?? "");
    const context = { signedIn: found?.signedIn ?? null, now: new Date() };
    expect(hasSteppedUp(context, 1)).toBe(true);
    expect(hasSteppedUp({ ...context, now: new Date(Date.now() + 16 * 60_000) }, 15)).toBe(false);
  });

  it("is asked of whoever ends own logins, a guardian as well", () => {
    const now = new Date();
    const ago = (minutes: number) => ({ steppedUpAt: new Date(now.getTime() - minutes * 60_000) });
    expect(isFresh({ steppedUpAt: null }, now)).toBe(false);
    expect([isFresh(ago(14), now), isFresh(ago(16), now)]).toEqual([true, false]);
  });

  it("does not lengthen the day", async () => {
    const before = await findSession(database.app, token);
    const next = await stepUpSession(database.app, token, null);
    expect((await findSession(database.app, next ?? ""))?.endsAt).toEqual(before?.endsAt);
  });

  it("cannot bring back a session that has ended", async () => {
    await endSession(database.app, token);
    expect(await stepUpSession(database.app, token, null)).toBeNull();
  });

  it.each(["release", "purge"] as const)("is asked of whoever approves a %s", async (what) => {
    const role = what === "release" ? "statistikansvarig" : "dataskyddsombud";
    const { id } = await kommun.person("Ansvarig", role);
    const { app, statistics, family } = database;
    const now = new Date();
    const approve = (steppedUpAt: Date | null) => {
      const api = createCaller({
        database: app,
        statistics,
        family,
        log: silentLog,
        signedIn: { kommunCode: KOMMUN, personId: id, name: "", title: "", roles: [role], steppedUpAt },
        guardian: null,
        now,
        today: todayInSweden(now),
      });
      return what === "release"
        ? api.release.approveDraft({ draftId: crypto.randomUUID(), sha256: "0".repeat(64) })
        : api.retention.decidePurge({ runId: crypto.randomUUID(), decision: "approve" });
    };
    await expect(approve(null)).rejects.toMatchObject({ code: "FORBIDDEN", message: "step_up_needed" });
    const long = new Date(now.getTime() - 16 * 60_000);
    await expect(approve(long)).rejects.toMatchObject({ message: "step_up_needed" });
    await expect(approve(now)).rejects.toMatchObject({ message: "closed" });
  });
});

describe("the own sessions", () => {
  it("are listed, ended one by one or all but this one, and never anybody else's", async () => {
    const second = await startSession(database.app, { ...person, ...VOUCHED, device: "Firefox, Windows" });
    const third = await startSession(database.app, { ...person, ...VOUCHED });
    const stranger = { kommunCode: KOMMUN, personId: (await kommun.person("Annan")).id };
    const strangers = await startSession(database.app, { ...stranger, ...VOUCHED });
    const own = await findSession(database.app, token);
    const theirs = await findSession(database.app, strangers);
    if (own === null || theirs === null) throw new Error("not signed in");

    const listed = await listOwnSessions(database.app, own);
    expect(listed).toHaveLength(3);
    expect(listed.filter(({ isThis }) => isThis)).toHaveLength(1);
    expect(listed.map(({ device }) => device)).toContain("Firefox, Windows");

    await endOwnSessions(database.app, own, theirs.id);
    expect(await isIn(strangers)).toBe(true);

    const secondId = listed.find(({ device }) => device !== null)?.id ?? "";
    await endOwnSessions(database.app, own, secondId);
    expect([await isIn(second), await isIn(third)]).toEqual([false, true]);

    await endOwnSessions(database.app, own, "others");
    expect([await isIn(token), await isIn(third), await isIn(strangers)]).toEqual([true, false, true]);
  });
});
