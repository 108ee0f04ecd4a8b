import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type EmbeddedServer, startEmbedded } from "../embedded/index.ts";
import { type ActorTransaction, type Database, openDatabase } from "./database.ts";

let folder: string;
let server: EmbeddedServer;
let database: Database;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "kompassen-lanes-"));
  server = await startEmbedded({ dataFolder: folder, settings: ["fsync=off"] });
  const longestSilence = { inTransaction: 30_000, outside: 30_000 };
  database = openDatabase(server.adminUrl, { connections: 3, longestWait: 300, longestSilence });
  await database.sql`create table written (kommun text, part int)`;
});
afterAll(async () => {
  await database.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const actorOf = (kommunCode: string) =>
  ({ type: "person", kommunCode, personId: "00000000-0000-7000-8000-000000000001" }) as const;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Two rows with a pause between, each only if the transaction still is that of its own kommun. */
async function writeTwice({ sql }: ActorTransaction, kommun: string, ms: number): Promise<void> {
  for (const part of [1, 2]) {
    await sql`insert into written select ${kommun}, ${part} where current_setting('kompass.kommun') = ${kommun}`;
    await pause(ms);
  }
}

const connections = async () =>
  (await database.sql`select 1 from pg_stat_activity where backend_type = 'client backend'`).length;

describe("when all connections are taken", () => {
  it("waits for one in turn, and is refused when none comes free in time", async () => {
    const [first, ...others] = Array.from({ length: 4 }, () =>
      database.transaction(actorOf("9001"), () => pause(150)),
    );
    await Promise.all([first, ...others]);
    const slow = Array.from({ length: 3 }, () => database.transaction(actorOf("9001"), () => pause(800)));
    await expect(database.transaction(actorOf("9001"), async () => {})).rejects.toMatchObject({
      code: "NO_CONNECTION_FREE",
    });
    await Promise.all(slow);
    expect(await database.transaction(actorOf("9001"), async () => "there again")).toBe("there again");
  });
});

describe("what is listened to", () => {
  it("is listened to again after a restart, and whoever listens is told so", async () => {
    let [heard, begun] = [0, 0];
    await database.sql.listen(
      "news",
      () => (heard += 1),
      () => (begun += 1),
    );
    expect(begun).toBe(1);
    process.kill(server.pid, "SIGQUIT");
    await server.ended;
    await pause(300);
    server = await startEmbedded({
      dataFolder: folder,
      settings: ["fsync=off"],
      port: Number(new URL(server.adminUrl).port),
    });
    await expect.poll(() => begun, { timeout: 10_000 }).toBe(2);
    await database.sql`select pg_notify('news', '')`;
    await expect.poll(() => heard).toBe(1);
  });
});

describe("when the server is frozen", () => {
  it("is away to whoever waits, and those who come later are answered by another connection", async () => {
    const silence = { inTransaction: 400, outside: 400 };
    const patient = openDatabase(server.adminUrl, { connections: 1, longestSilence: silence });
    const freeze = async (sql: Database["sql"]) => {
      const [own] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
      if (own === undefined) throw new Error("no process answered");
      process.kill(own.pid, "SIGSTOP");
      frozen.push(own.pid);
    };
    const frozen: number[] = [];
    try {
      const work = patient.transaction(actorOf("9001"), async ({ sql }) => {
        await freeze(sql);
        await sql`select 1`;
      });
      await expect(work).rejects.toMatchObject({ code: "CONNECTION_CLOSED" });
      expect(await patient.transaction(actorOf("9001"), async () => "there again")).toBe("there again");

      await freeze(patient.sql);
      await expect(patient.sql`select 1`).rejects.toMatchObject({ code: "CONNECTION_CLOSED" });
      expect(await patient.sql`select 1 as one`).toEqual([{ one: 1 }]);

      // Nobody waits: a connection that stands unused for longer is kept.
      const pidOf = () =>
        patient.transaction(actorOf("9001"), ({ sql }) => sql`select pg_backend_pid() as pid`);
      const before = await pidOf();
      await pause(2 * silence.inTransaction);
      expect(await pidOf()).toEqual(before);
    } finally {
      for (const pid of frozen) process.kill(pid, "SIGCONT");
      await patient.close();
    }
  });
});

describe("when the server is lost in the middle", () => {
  it("tells everyone at once, mixes no two transactions, and goes on when it is back", async () => {
    let isOver = false;
    let lost = 0;
    const writers = Array.from({ length: 6 }, async (_, index) => {
      const kommun = String(9001 + index);
      while (!isOver)
        await database
          .transaction(actorOf(kommun), (tx) => writeTwice(tx, kommun, 10))
          .catch(() => {
            lost += 1;
            return pause(20);
          });
    });
    for (let restart = 0; restart < 2; restart += 1) {
      await pause(150);
      process.kill(server.pid, "SIGQUIT");
      await pause(150);
      // More than there are connections outside transactions: none of their places may be lost.
      const asked = await Promise.allSettled(Array.from({ length: 8 }, () => database.sql`select 1`));
      expect(asked.map(({ status }) => status)).not.toContain("fulfilled");
      server = await startEmbedded({
        dataFolder: folder,
        settings: ["fsync=off"],
        port: Number(new URL(server.adminUrl).port),
      });
      const [before] = await database.sql<{ n: string }[]>`select count(*) as n from written`;
      await expect
        .poll(async () => Number((await database.sql`select count(*) as n from written`)[0]?.n))
        .toBeGreaterThan(Number(before?.n));
    }
    isOver = true;
    await Promise.all(writers);
    expect(lost).toBeGreaterThan(6);
    const halves = await database.sql`
      select kommun from written group by kommun having count(*) filter (where part = 1) <> count(*) filter (where part = 2)`;
    expect(halves).toEqual([]);
    expect(await connections()).toBeLessThanOrEqual(3 + 3);
  });

  it("leaves a transaction that goes on thinking without any connection", async () => {
    const { promise: restarted, resolve } = Promise.withResolvers<void>();
    let laterWrite: Promise<unknown> | undefined;
    const told = database.transaction(actorOf("9009"), async (tx) => {
      await tx.sql`insert into written values ('9009', 1)`;
      await restarted;
      laterWrite = tx.sql`insert into written values ('9009', 2)`.execute();
      await laterWrite;
    });
    const refused = expect(told).rejects.toMatchObject({ code: "CONNECTION_CLOSED" });
    await pause(50);
    const [row] = await database.sql<{ ended: boolean }[]>`
      select pg_terminate_backend(pid) as ended from pg_stat_activity where state = 'idle in transaction'`;
    expect(row?.ended).toBe(true);
    await refused;
    resolve();
    await pause(50);
    await expect(laterWrite).rejects.toMatchObject({ code: "CONNECTION_ENDED" });
    expect(await database.sql`select 1 from written where kommun = '9009'`).toHaveLength(0);
  });
});
