import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { expect, it } from "vitest";
import { keepEmbedded } from "./kept-server.ts";
import { findRunningServer } from "./running-server.ts";

it("is there again at the same address after it was killed, and stays away when it is stopped", async () => {
  const dataFolder = await mkdtemp(path.join(tmpdir(), "kompassen-kept-"));
  let restarts = 0;
  const server = await keepEmbedded({ dataFolder, onRestart: () => (restarts += 1) });
  const sql = postgres(server.adminUrl, {
    max: 1,
    fetch_types: false,
    onnotice: () => {},
    backoff: () => 0.05,
  });
  try {
    await sql`create table kept (n int)`;
    const pid = async () =>
      Number((await readFile(path.join(dataFolder, "postgres", "postmaster.pid"), "utf8")).split("\n")[0]);
    const counted = async () => (await sql`select count(*)::int as n from kept`)[0]?.n;
    // The third is killed as soon as it answers, while whoever starts it may not be done.
    for (const killed of [1, 2, 3]) {
      await sql`insert into kept values (${killed})`;
      const before = await pid();
      process.kill(before, "SIGKILL");
      await expect.poll(() => pid().catch(() => before), { timeout: 20_000 }).not.toBe(before);
      await expect.poll(() => counted().catch(() => -1), { timeout: 20_000, interval: 5 }).toBe(killed);
    }
  } finally {
    await sql.end({ timeout: 1 });
    await server.stop();
  }
  expect(await findRunningServer(dataFolder)).toBeNull();
  expect(restarts).toBeGreaterThan(0);
  await rm(dataFolder, { recursive: true, force: true });
});
