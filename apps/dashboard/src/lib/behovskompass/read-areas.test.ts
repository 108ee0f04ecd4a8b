import { DEFAULT_RULES, isComparable, NO_EQUIVALENCES } from "@kompassen/domain/follow-up";
import { describe, expect, test } from "vitest";
import { chooseCompasses } from "./choose-compasses.ts";
import { aHistory } from "./history.test-support.ts";
import { readAreas } from "./read-areas.ts";

const rules = { rules: DEFAULT_RULES, equivalences: NO_EQUIVALENCES };

const series = aHistory()
  .rated("barn", "r1", "2026-01-10", { fritid: 4, trygghet: 3 })
  .rated("barn", "r2", "2026-04-10", { fritid: "declined", trygghet: 3 })
  .rated("barn", "r3", "2026-07-10", { fritid: 2, trygghet: 3 })
  .compared();

function read(current: string | null, previous: string | null) {
  const choice = chooseCompasses(series, { rater: "barn", current, previous });
  if (choice === null) throw new Error("no choice");
  const readings = readAreas(series, choice, rules);
  const at = (area: string) => readings.find((reading) => reading.area === area);
  return { readings, fritid: at("fritid"), trygghet: at("trygghet"), omsorg: at("omsorg") };
}

describe("the areas of a chosen compass", () => {
  test("are all eight, in the model's order, also those the compass does not list", () => {
    const { readings, omsorg } = read(null, null);
    expect(readings.map(({ area }) => area).slice(0, 3)).toEqual(["omsorg", "trygghet", "ma_bra"]);
    expect(omsorg).toMatchObject({ current: null, previous: null, comparison: null });
  });

  test("are compared with the latest earlier score, which may lie further back than the compass behind", () => {
    const { fritid } = read("r3", null);
    expect(fritid?.comparison?.previous?.compassId).toBe("r1");
    expect(fritid?.previous?.compassId).toBe("r2");
  });

  test("raise nothing when somebody has picked the rounds, by the same rules otherwise", () => {
    const followUp = read("r3", null).trygghet?.comparison;
    const picked = read("r3", "r1").trygghet?.comparison;
    if (!followUp || !picked || !isComparable(followUp) || !isComparable(picked))
      throw new Error("not comparable");
    expect(followUp.signals.length).toBeGreaterThan(0);
    expect(picked).toMatchObject({ signals: [], followUpsInARow: 0, label: "unchanged" });
    expect(picked.previous.compassId).toBe("r1");
  });

  test("of a first compass have nothing to be compared with", () => {
    expect(read("r1", null).fritid?.comparison).toBeNull();
  });
});
