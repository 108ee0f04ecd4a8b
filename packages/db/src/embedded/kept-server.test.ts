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
  const sql = postgres(server.adminUrl, { max: 1, onnotice: () => {}, backoff: () => 0.05 });
  try {
    await sql`create table kept (n int)`;
    for (const killed of [1, 2]) {
      await sql`insert into kept values (${killed})`;
      const note = await readFile(path.join(dataFolder, "postgres", "postmaster.pid"), "utf8");
      process.kill(Number(note.split("\n")[0]), "SIGKILL");
      await expect.poll(() => restarts, { timeout: 10_000 }).toBe(killed);
      const count = async () =>
        (await sql`select count(*)::int as n from kept`.catch(() => [{ n: -1 }]))[0]?.n;
      await expect.poll(count, { timeout: 20_000 }).toBe(killed);
    }
  } finally {
    await sql.end({ timeout: 1 });
    await server.stop();
  }
  expect(await findRunningServer(dataFolder)).toBeNull();
  expect(restarts).toBe(2);
  await rm(dataFolder, { recursive: true, force: true });
});
