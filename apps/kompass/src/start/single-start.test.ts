import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { claimFolder } from "./single-start.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "kompassen-claim-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const note = () => path.join(folder, "start.pid");
const GONE = 999_999;
const CLAIMING = `
  const { claimFolder } = await import(${JSON.stringify(path.join(import.meta.dirname, "single-start.ts"))});
  setInterval(() => {}, 1000);
  process.send("ready");
  process.once("message", async ({ at, folder }) => {
    while (performance.timeOrigin + performance.now() < at);
    const { claimed } = await claimFolder(folder).catch(() => ({ claimed: false }));
    process.send(claimed);
  });`;

/** Processes that look like a Kompassen, and claim a folder at the same moment, as often as asked. */
async function startClaimers(count: number) {
  const claimers = Array.from({ length: count }, () =>
    spawn(process.execPath, ["--input-type=module", "-e", CLAIMING, "apps/kompass/src/main.ts"], {
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    }),
  );
  await Promise.all(claimers.map((claimer) => once(claimer, "message")));
  return claimers;
}

it.each([
  ["nobody's", null],
  ["a killed process's", String(GONE)],
  ["one without a number", ""],
])("gives a folder to one of many that claim it at once: %s", async (_whose, left) => {
  for (let round = 0; round < 2; round += 1) {
    const claimers = await startClaimers(3);
    const place = path.join(folder, String(round));
    await mkdir(place);
    if (left !== null) await writeFile(path.join(place, "start.pid"), left);
    const answers = Promise.all(claimers.map((claimer) => once(claimer, "message")));
    for (const claimer of claimers)
      claimer.send({ at: performance.timeOrigin + performance.now() + 50, folder: place });
    const claimed = (await answers).filter(([isMine]) => isMine === true);
    for (const claimer of claimers) claimer.kill("SIGKILL");
    expect(claimed).toHaveLength(1);
  }
});

it("takes away its own note and nobody else's", async () => {
  const claim = await claimFolder(folder);
  if (!claim.claimed) throw new Error("not claimed");
  await writeFile(note(), String(GONE));
  await claim.release();
  expect(await readFile(note(), "utf8")).toBe(String(GONE));
  const again = await claimFolder(folder);
  if (!again.claimed) throw new Error("not claimed");
  await again.release();
  await expect(readFile(note(), "utf8")).rejects.toThrow("ENOENT");
});
