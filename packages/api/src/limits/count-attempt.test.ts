import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { findKnown } from "../errors/index.ts";
import { countAttempt } from "./index.ts";

const TWICE = { most: 2, seconds: 600 };

let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => database.admin`delete from attempt_count`);

const attempt = (key: string) => countAttempt(database.app, key, TWICE);
const refusalOf = (key: string) => attempt(key).then(() => null, findKnown);
const age = (minutes: number) =>
  database.admin`update attempt_count set ends_at = now() - make_interval(mins => ${minutes})`;
const readKeys = () => database.admin<{ key_hash: string }[]>`select key_hash from attempt_count`;

it("lets through as many attempts as it says, from all servers together, and says how long to wait", async () => {
  await Promise.all([attempt("login 10.0.0.1"), attempt("login 10.0.0.1")]);
  const refused = await refusalOf("login 10.0.0.1");
  expect(refused?.code).toBe("too_many_requests");
  expect(refused?.detail.retryAfter).toBeGreaterThan(590);
  expect(await refusalOf("login 10.0.0.2")).toBeNull();
});

it("begins anew when the time is over", async () => {
  await Promise.all([attempt("login 10.0.0.1"), attempt("login 10.0.0.1")]);
  await age(1);
  expect(await refusalOf("login 10.0.0.1")).toBeNull();
});

it("keeps who has tried as a hash, and lets it go an hour after its time", async () => {
  await attempt("login 10.0.0.1");
  expect(JSON.stringify(await readKeys())).not.toContain("10.0.0.1");
  await age(61);
  await attempt("login 10.0.0.2");
  expect(await readKeys()).toHaveLength(1);
});
