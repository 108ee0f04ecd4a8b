import { expect, it } from "vitest";
import { ensureDashboardBuilt } from "../start/build-dashboard.ts";
import { measureRestarts } from "./restarts.ts";

it("answers calmly while the database is restarted under load, keeps every form, and goes on by itself", async () => {
  const build = await ensureDashboardBuilt(() => {});
  const result = await measureRestarts(build, ["SIGINT", "SIGQUIT"]);
  expect(result.wrong).toEqual([]);
  expect(result.unavailable).toBeGreaterThan(10);
  expect(result.answered).toBeGreaterThan(10);
  expect(result.acknowledged).toBeGreaterThan(4);
  expect(result.stored).toBe(result.acknowledged);
  expect(Math.max(...result.recoveryMs)).toBeLessThan(3_000);
  // Ten for transactions, and four for what needs no actor.
  expect(result.mostConnections).toBeLessThanOrEqual(14);
  expect(result.poolExhausted).toMatchObject({ busy: 40, afterwards: 20, isFormKept: true });
  expect(result.poolExhausted.longestMs).toBeLessThan(20_000);
}, 400_000);
