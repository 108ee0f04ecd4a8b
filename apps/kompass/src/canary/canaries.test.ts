import { expect, it } from "vitest";
import { ensureDashboardBuilt } from "../start/build-dashboard.ts";
import { searchCanaries } from "./canary-run.test-support.ts";

it("lets nothing that is written of a child out of the child's own pages", async () => {
  const result = await searchCanaries(await ensureDashboardBuilt(() => {}));
  expect(result.escaped.slice(0, 10)).toEqual([]);
  expect(result.cached).toEqual([]);
  expect(Object.entries(result.controls).filter(([, isFound]) => !isFound)).toEqual([]);
  expect(result.planted).toBeGreaterThanOrEqual(200);
  // Most stand where they belong: otherwise nothing would have been tried.
  expect(result.kept).toBeGreaterThan(60);
  expect(result.surfaces).toBeGreaterThan(300);
}, 300_000);
