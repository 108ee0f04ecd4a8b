import { expect, it } from "vitest";
import { measurePurge } from "./measure-purge.test-support.ts";

it("leaves nothing of a purged child in the database's files, also when a backup brings it back", async () => {
  const measured = await measurePurge();
  expect(measured.markedColumns).toBeGreaterThan(5);
  expect(measured.walFilesBefore).toBeGreaterThan(0);
  expect(measured.filesBefore).toBeGreaterThan(measured.walFilesBefore);
  expect(measured.receipt).toMatchObject({
    kommunCode: "9305",
    purged: 1,
    kept: 0,
    rows: { child: 1, guardian: 2 },
  });
  expect(measured).toMatchObject({
    isRewritten: true,
    isRewrittenByTheNext: true,
    filesAfter: [],
    childrenLeft: 1,
    areReleasesUnchanged: true,
    isMarkInBackup: false,
    logFaults: 0,
    restored: { children: 2, purgedAgain: 1, purgedTwice: 0, childrenLeft: 1, filesAfter: [] },
  });
  expect(measured.logRows).toBeGreaterThan(0);
  expect(measured.restored.filesWithMark).toBeGreaterThan(0);
});
