import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "../testing/index.ts";
import { copyOut } from "./copy-out.ts";

const actor = { type: "system", kommunCode: "9301", job: "test" } as const;

let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const rows = (count: number) => `copy (select repeat('x', 100) from generate_series(1, ${count})) to stdout`;

/** More than the driver's socket and stream hold, so that they are paused in the middle and at the end. */
const SIZES = [0, 1, 170, 650, 1300, 20_000];

it.each(SIZES)("the connection answers after %i rows that are used slowly", async (count) => {
  const read = await database.admin.begin(async (tx) => {
    let bytes = 0;
    for await (const part of copyOut(tx, rows(count))) {
      bytes += part.length;
      if (bytes % 4 === 0) await setTimeout(1);
    }
    const [after] = await tx`select 1 as one`;
    return { bytes, one: after?.one };
  });
  expect(read).toEqual({ bytes: count * 101, one: 1 });
});

it("the connection answers after somebody who stopped reading", async () => {
  const one = await database.admin.begin(async (tx) => {
    for await (const part of copyOut(tx, rows(20_000))) if (part.length > 0) break;
    const [after] = await tx`select 1 as one`;
    return after?.one;
  });
  expect(one).toBe(1);
});

it("a server that goes away in the middle is told", async () => {
  const reading = database.app.transaction(actor, async ({ sql }) => {
    const [own] = await sql`select pg_backend_pid() as pid`;
    for await (const part of copyOut(sql, rows(200_000))) {
      if (part.length > 0) await database.admin`select pg_terminate_backend(${own?.pid})`;
    }
  });
  await expect(reading).rejects.toThrow();
});
