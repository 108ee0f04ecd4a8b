import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { writeBackup } from "@kompassen/db/backup";
import { openTestDatabase } from "@kompassen/db/testing";
import { expect, it } from "vitest";

it("leaves neither server nor folder of a rehearsal that is told to stop", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "kompassen-stopped-"));
  const temporary = path.join(folder, "temporary");
  const key = randomBytes(32);
  const [file, keyFile] = [path.join(folder, "one.backup"), path.join(folder, "key")];
  await mkdir(temporary);
  // The account that runs the database passes through.
  await chmod(folder, 0o755);
  await writeFile(keyFile, key.toString("base64"));
  const database = await openTestDatabase();
  await writeBackup(database.adminUrl, file, { key, now: new Date() });
  await database.close();

  const main = path.resolve(import.meta.dirname, "../main.ts");
  const restoring = spawn(process.execPath, [main, "restore", file, "--rehearse", "--key", keyFile], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, TMPDIR: temporary, KOMPASSEN_DATA: path.join(folder, "data") },
  });
  const ended = once(restoring, "exit");
  const places = async () => (await readdir(temporary)).filter((name) => name.includes("rehearsal"));
  const note = async () => {
    const [place = ""] = await places();
    return readdir(path.join(temporary, place, "postgres")).catch((): string[] => []);
  };
  await expect.poll(note, { timeout: 30_000 }).toContain("postmaster.pid");
  restoring.kill("SIGINT");
  expect((await ended)[0]).toBe(130);
  expect(await places()).toEqual([]);
  const running = await Promise.all(
    (await readdir("/proc"))
      .filter((name) => /^\d+$/.test(name))
      .map((pid) => readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "")),
  );
  expect(running.filter((command) => command.includes(temporary))).toEqual([]);
  await rm(folder, { recursive: true, force: true });
});
