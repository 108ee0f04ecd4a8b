import { expect, it } from "vitest";
import { ensureDashboardBuilt } from "../start/build-dashboard.ts";
import { measureOnSmallDisk } from "./on-small-disk.ts";

it("warns, then refuses what can wait, then only reads as the disk fills, and loses nothing when it is full", async () => {
  const build = await ensureDashboardBuilt(() => {});
  const { stages, onFull, ...result } = await measureOnSmallDisk(build);
  const calm = { administratorTold: false, staffTold: false, read: 200, save: 200, formKept: false };
  const [half, warned, closing, readOnly] = stages;
  expect(half).toMatchObject({ ...calm, importing: 400 });
  expect(warned).toMatchObject({ ...calm, administratorTold: true, importing: 400 });
  expect(closing).toMatchObject({ ...calm, administratorTold: true, importing: 503 });
  expect(readOnly).toMatchObject({
    administratorTold: true,
    staffTold: true,
    read: 200,
    save: 503,
    importing: 503,
    formKept: true,
  });
  expect(Object.keys(onFull.refusals).filter((reason) => !reason.startsWith("database_unavailable"))).toEqual(
    [],
  );
  expect(onFull.refusals["database_unavailable disk_full"]).toBeGreaterThan(0);
  expect(result.stored).toBe(onFull.acknowledged);
  expect(result).toMatchObject({ brokenChains: 0, savedAgain: 303 });
  expect(result.loggedStates).toEqual(
    expect.arrayContaining(["warning", "no_large_work", "read_only", "enough"]),
  );
}, 400_000);
