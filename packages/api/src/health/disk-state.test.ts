import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DiskState, diskStateOf, refusalFor, shareTaken } from "./disk-state.ts";

describe("the disk", () => {
  it.each<[number | null, DiskState]>([
    [null, "enough"],
    [0.799, "enough"],
    [0.8, "warning"],
    [0.849, "warning"],
    [0.85, "no_large_work"],
    [0.949, "no_large_work"],
    [0.95, "read_only"],
    [1, "read_only"],
  ])("taken to %s is %s", (share, state) => {
    expect(diskStateOf(share)).toBe(state);
  });

  it("counts what is kept back for root as taken, and says nothing of a disk without size", () => {
    expect(shareTaken({ blocks: 100, bfree: 20, bavail: 20 })).toBe(0.8);
    expect(shareTaken({ blocks: 100, bfree: 10, bavail: 5 })).toBeCloseTo(90 / 95);
    expect(shareTaken({ blocks: 0, bfree: 0, bavail: 0 })).toBeNull();
  });
});

describe("what is refused for want of room", () => {
  const read = { path: "people.getChild", isWrite: false };
  const write = { path: "behovskompass.saveDraft", isWrite: true };
  const importing = { path: "import.commit", isWrite: true };
  const exporting = { path: "export.getFile", isWrite: false };

  it("is large work first, then every write, and reading never", () => {
    const refusals = (state: DiskState) =>
      [read, write, importing, exporting].map((call) => refusalFor(state, call));
    expect(refusals("enough")).toEqual([null, null, null, null]);
    expect(refusals("warning")).toEqual([null, null, null, null]);
    expect(refusals("no_large_work")).toEqual([null, null, "no_large_work", "no_large_work"]);
    expect(refusals("read_only")).toEqual([null, "read_only", "read_only", "no_large_work"]);
  });

  it("never grows less as the disk fills", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const call = fc.constantFrom(read, write, importing, exporting);
    fc.assert(
      fc.property(share, share, call, (one, other, asked) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        if (refusalFor(diskStateOf(less), asked) === null) return;
        expect(refusalFor(diskStateOf(more), asked)).not.toBeNull();
      }),
    );
  });
});
