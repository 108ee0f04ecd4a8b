import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { expect, it } from "vitest";
import { findRunningServer } from "./running-server.ts";
import { startEmbedded } from "./server.ts";

it("finds the server that runs in a folder, for as long as it runs", async () => {
  const dataFolder = await mkdtemp(path.join(tmpdir(), "kompassen-test-"));
  try {
    expect(await findRunningServer(dataFolder)).toBeNull();
    const server = await startEmbedded({ dataFolder, settings: ["fsync=off"] });
    const found = await findRunningServer(dataFolder);
    expect(found).toBe(server.adminUrl);
    const sql = postgres(found ?? "", { max: 1 });
    const [row] = await sql`select current_user as name`;
    await sql.end();
    expect(row?.name).toBe("postgres");
    await server.stop();
    expect(await findRunningServer(dataFolder)).toBeNull();
  } finally {
    await rm(dataFolder, { recursive: true, force: true });
  }
}, 60_000);
