import { describe, expect, it } from "vitest";
import { localDate } from "../shared/index.ts";
import { ageInMonths, ageInYears } from "./age.ts";
import {
  ageGroupName,
  BARNTEAM_AGE_GROUPS,
  BARNTEAM_GROUPS,
  barnteamAgeGroup,
} from "./barnteam-age-group.ts";
import { caseNumberOf } from "./case-number.ts";
import type { UnitKind } from "./unit-kind.ts";

describe("age", () => {
  const born = localDate("2018-02-28");
  it.each([
    ["2018-02-28", 0, 0],
    ["2018-03-27", 0, 0],
    ["2018-03-28", 1, 0],
    ["2019-02-27", 11, 0],
    ["2019-02-28", 12, 1],
    ["2026-03-01", 96, 8],
  ])("on %s is %d months, %d years", (on, months, years) => {
    expect(ageInMonths(born, localDate(on))).toBe(months);
    expect(ageInYears(born, localDate(on))).toBe(years);
  });

  it("is none before the birth", () => {
    expect(ageInMonths(born, localDate("2018-02-27"))).toBeNull();
    expect(ageInYears(born, localDate("2018-02-27"))).toBeNull();
  });

  it("turns on the first of March for a child born on a leap day", () => {
    expect(ageInYears(localDate("2020-02-29"), localDate("2021-02-28"))).toBe(0);
    expect(ageInYears(localDate("2020-02-29"), localDate("2021-03-01"))).toBe(1);
  });
});

describe("the Barnteam group", () => {
  it.each<[number, UnitKind, string]>([
    [0, "mvc", "0-2,5"],
    [29, "bvc", "0-2,5"],
    [30, "bvc", "1-6"],
    [14, "forskola", "1-6"],
    [83, "forskola", "1-6"],
    [83, "bvc", "1-6"],
    [84, "bvc", "7-12"],
    [84, "forskola", "1-6"],
    [72, "grundskola", "7-12"],
    [155, "grundskola", "7-12"],
    [156, "grundskola", "13-16"],
    [156, "forskola", "13-16"],
    [203, "grundskola", "13-16"],
    [204, "grundskola", "utan_barnteam"],
    [100, "socialtjanst", "7-12"],
  ])("at %d months with a Barnkontakt in %s is %s", (months, unit, group) => {
    expect(barnteamAgeGroup(months, unit)).toBe(group);
  });

  it("follows the definition it is given", () => {
    expect(barnteamAgeGroup(20, "bvc", { ...BARNTEAM_GROUPS, youngestBelowMonths: 18 })).toBe("1-6");
  });

  it("has a name in both languages", () => {
    expect(
      BARNTEAM_AGE_GROUPS.map((group) => [ageGroupName(group, "sv"), ageGroupName(group, "en")]),
    ).toEqual([
      ["0–2,5 år", "0–2.5 years"],
      ["1–6 år", "1–6 years"],
      ["7–12 år", "7–12 years"],
      ["13–16 år", "13–16 years"],
      ["utan barnteam", "without a Barnteam"],
    ]);
  });
});

describe("the case number", () => {
  it("is read from the last part of the id alone", () => {
    expect(caseNumberOf("01890a5d-ac96-774b-bcce-b30200000000")).toBe("222-222");
    expect(caseNumberOf("01890a5d-ac96-774b-bcce-b30200000001")).toBe("322-222");
    expect(caseNumberOf("ffffffff-ffff-ffff-ffff-ffff0000001d")).toBe("Z22-222");
    expect(caseNumberOf("01890a5d-ac96-774b-bcce-b3020000001e")).toBe("232-222");
    expect(caseNumberOf("01890a5d-ac96-774b-bcce-b302ffffffff")).toBe(caseNumberOf("0-ffffffff"));
  });

  it("holds no letter that is mistaken for a digit", () => {
    const numbers = Array.from({ length: 300 }, (_, index) =>
      caseNumberOf((index * 14_316_557).toString(16).padStart(32, "0")),
    );
    expect(numbers.join("")).not.toMatch(/[01ILOU]/);
    expect(numbers.every((number) => /^[2-9A-Z]{3}-[2-9A-Z]{3}$/.test(number))).toBe(true);
    expect(new Set(numbers).size).toBe(300);
  });
});
