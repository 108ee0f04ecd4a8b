import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "../testing/index.ts";
import type { ActorTransaction } from "./database.ts";

const KOMMUN = "9301";
const actor = { type: "person", kommunCode: KOMMUN, personId: crypto.randomUUID() } as const;

let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
  await database.admin`insert into kommun (kommun_code, name) values (${KOMMUN}, 'Provkommun')`;
  await database.admin`
    insert into person (kommun_code, id, login_key, given_name, family_name, title)
    values (${KOMMUN}, ${actor.personId}, 'test:last', 'Sista', 'Test', 'test')`;
});
afterAll(() => database.close());

/** A row that counts attempts stands for any write. */
const write = ({ sql }: ActorTransaction, token: string, expiresAt: string | undefined) =>
  sql`insert into attempt_count (key_hash, count, ends_at)
      values (${token}, 1, ${expiresAt as string})`.execute();

const written = async () =>
  (await database.admin<{ key_hash: string }[]>`select key_hash from attempt_count order by key_hash`).map(
    (row) => row.key_hash,
  );

describe("what is written with the commit", () => {
  it("is there when the transaction is", async () => {
    const said = await database.app.transaction(actor, async (tx) => {
      tx.atCommit(() => write(tx, "a", "2099-01-01"));
      tx.atCommit(() => write(tx, "b", "2099-01-01"));
      return "done";
    });
    expect(said).toBe("done");
    expect(await written()).toEqual(["a", "b"]);
  });

  it("fails all of the transaction when the server refuses it", async () => {
    const refused = database.app.transaction(actor, async (tx) => {
      await write(tx, "c", "2099-01-01");
      tx.atCommit(() => write(tx, "a", "2099-01-01"));
      tx.atCommit(() => write(tx, "d", "2099-01-01"));
    });
    await expect(refused).rejects.toMatchObject({ code: "23505" });
    expect(await written()).toEqual(["a", "b"]);
  });

  it("fails all of the transaction when it cannot even be sent", async () => {
    const refused = database.app.transaction(actor, async (tx) => {
      await write(tx, "c", "2099-01-01");
      tx.atCommit(() => write(tx, "d", undefined));
      tx.atCommit(() => write(tx, "e", "2099-01-01"));
    });
    await expect(refused).rejects.toMatchObject({ code: "UNDEFINED_VALUE" });
    expect(await written()).toEqual(["a", "b"]);
  });

  it("leaves the connection fit for the next transaction", async () => {
    const work = Array.from({ length: 20 }, (_, index) =>
      database.app.transaction(actor, async (tx) => {
        tx.atCommit(() => write(tx, index % 2 === 0 ? "a" : `f${index}`, "2099-01-01"));
      }),
    );
    const ended = await Promise.allSettled(work);
    expect(ended.filter(({ status }) => status === "rejected")).toHaveLength(10);
    expect(await written()).toHaveLength(12);
  });
});
