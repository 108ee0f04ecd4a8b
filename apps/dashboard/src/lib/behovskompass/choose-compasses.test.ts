import { describe, expect, test } from "vitest";
import { chooseCompasses, compassSearch, readCompassQuery } from "./choose-compasses.ts";
import { aHistory } from "./history.test-support.ts";

const threeRounds = aHistory()
  .rated("barn", "r1", "2026-01-10", { fritid: 2 })
  .rated("barn", "r2", "2026-04-10", { fritid: 3 })
  .rated("barn", "r3", "2026-07-10", { fritid: 4 })
  .rated("vardnadshavare:1", "r3", "2026-07-12", { fritid: 3 })
  .compared();

const nothing = { rater: null, current: null, previous: null };
const ids = (search: string) => chooseCompasses(threeRounds, readCompassQuery(new URLSearchParams(search)));

describe("which compasses are shown", () => {
  test("without a choice the child's latest, over the one before", () => {
    const choice = chooseCompasses(threeRounds, nothing);
    expect(choice).toMatchObject({
      rater: "barn",
      current: { compassId: "r3" },
      previous: { compassId: "r2" },
      isChosen: false,
      isLatest: true,
    });
  });

  test("an earlier round is shown over the one before it, and is not how things stand now", () => {
    expect(ids("skattare=barn&nu=r2")).toMatchObject({
      current: { compassId: "r2" },
      previous: { compassId: "r1" },
      isLatest: false,
    });
  });

  test("two picked rounds are a chosen comparison, the later of them now, whichever way they were picked", () => {
    const expected = { current: { compassId: "r3" }, previous: { compassId: "r1" }, isChosen: true };
    expect(ids("nu=r3&fore=r1")).toMatchObject(expected);
    expect(ids("nu=r1&fore=r3")).toMatchObject(expected);
  });

  test("picking the round before is the follow-up itself", () => {
    expect(ids("nu=r3&fore=r2")?.isChosen).toBe(false);
  });

  test("a rater's first compass has nothing behind it", () => {
    expect(ids("skattare=vardnadshavare:1")?.previous).toBeNull();
  });

  test("what the address does not know is left out", () => {
    expect(ids("skattare=profession:bvc&nu=zzz&fore=%3Cscript%3E")).toMatchObject({
      rater: "barn",
      current: { compassId: "r3" },
      isChosen: false,
    });
  });

  test("a child whom nobody has rated has no compass", () => {
    expect(chooseCompasses([], nothing)).toBeNull();
  });

  test("the address of a choice leads to the same choice", () => {
    const choice = ids("nu=r3&fore=r1");
    if (choice === null) throw new Error("no choice");
    const search = compassSearch({ rater: choice.rater, current: "r3", previous: "r1" });
    expect(ids(search)).toEqual(choice);
  });
});
