import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openLedger } from "./ledger.ts";

let folder: string;
beforeEach(async () => {
  folder = path.join(await mkdtemp(path.join(tmpdir(), "kompassen-ledger-")), "ledger");
});
afterEach(() => rm(path.dirname(folder), { recursive: true, force: true }));

const RUN = crypto.randomUUID();
const file = () => path.join(folder, "purged.jsonl");

it("knows after a restart what it was told, in that kommun, and tells nobody the child's id", async () => {
  const [gone, there] = [crypto.randomUUID(), crypto.randomUUID()];
  const ledger = await openLedger(folder);
  await ledger.intend("9001", gone, RUN);
  await ledger.done("9001", gone);
  await ledger.done("9001", gone);
  const again = await openLedger(folder);
  expect([again.has("9001", gone), again.has("9002", gone), again.has("9001", there), again.size]).toEqual([
    true,
    false,
    false,
    1,
  ]);
  expect(await readFile(file(), "utf8")).not.toContain(gone);
  expect((await stat(file())).mode & 0o077).toBe(0);
});

it("survives a line that a crash cut off", async () => {
  const [first, second] = [crypto.randomUUID(), crypto.randomUUID()];
  await (await openLedger(folder)).done("9001", first);
  await appendFile(file(), '{"kommun":"9001","ch');
  await (await openLedger(folder)).done("9001", second);
  const ledger = await openLedger(folder);
  expect([ledger.has("9001", first), ledger.has("9001", second), ledger.size]).toEqual([true, true, 2]);
});

it("does not take what was to be done for done", async () => {
  const [kept, gone] = [crypto.randomUUID(), crypto.randomUUID()];
  const ledger = await openLedger(folder);
  await ledger.intend("9001", kept, RUN);
  await ledger.intend("9001", gone, RUN);
  await ledger.done("9001", gone);
  const again = await openLedger(folder);
  expect([again.has("9001", kept), again.has("9001", gone), again.size]).toEqual([false, true, 1]);
  const [one, ...others] = again.unsettled;
  if (one === undefined) throw new Error("nothing is unsettled");
  expect([others, one.intended, again.isOf(one, kept), again.isOf(one, gone)]).toEqual([
    [],
    RUN,
    true,
    false,
  ]);
  await again.settle(one);
  expect((await openLedger(folder)).unsettled).toEqual([]);
});

it("refuses a file that is something else", async () => {
  await openLedger(folder);
  await writeFile(file(), "barn;datum\n");
  await expect(openLedger(folder)).rejects.toThrow("inte Kompassens lista");
});

it("has one salt, however many begin it at once", async () => {
  const child = crypto.randomUUID();
  const ledgers = await Promise.all(Array.from({ length: 8 }, () => openLedger(folder)));
  for (const ledger of ledgers) await ledger.done("9001", child);
  expect((await openLedger(folder)).has("9001", child)).toBe(true);
  const salts = (await readFile(file(), "utf8")).split("\n").filter((line) => line.includes("salt"));
  expect(salts).toHaveLength(1);
  expect(
    new Set((await readFile(file(), "utf8")).split("\n").filter((line) => line.includes("child"))).size,
  ).toBe(1);
});
