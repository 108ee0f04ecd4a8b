import { expect, it } from "vitest";
import { measureSurvival } from "./measure-survival.ts";

it("keeps every write that was acknowledged when database or app is killed, and can see a loss", async () => {
  const { acknowledged, control, settings, ...result } = await measureSurvival({
    cycles: 20,
    writers: 8,
    writing: [0, 500],
    controlCycles: 3,
  });
  expect(result).toMatchObject({
    cycles: 20,
    databaseKills: 16,
    appKills: 4,
    lost: 0,
    torn: 0,
    logFaults: 0,
    brokenChains: 0,
    badRepeats: [],
    wrongAtTheEnd: 0,
  });
  expect(settings).toMatchObject({ fsync: "on", synchronous_commit: "on", full_page_writes: "on" });
  expect(acknowledged).toBeGreaterThan(20 * 8);
  expect(control.lost, "the control saw no loss").toBeGreaterThan(0);
}, 300_000);
