import { describe, expect, it } from "vitest";
import { addDays } from "../shared/index.ts";
import { aChild } from "./a-child.test-support.ts";
import { FIRST_DAY, statements } from "./a-series.test-support.ts";
import { summarizeChild } from "./summarize-child.ts";
import { summaryText } from "./summary-text.ts";

const ofChild = (days: number, ratings: Parameters<typeof aChild>[0][number]["ratings"]) => ({
  days,
  rater: "barn",
  ratings,
});

const FOLLOWED_UP = [
  ofChild(0, {
    omsorg: 1,
    trygghet: 1,
    ma_bra: 4,
    fritid: 2,
    tillhorighet: 5,
    ansvarstagande: 5,
    respekteras: 3,
  }),
  ofChild(60, {
    omsorg: 3,
    trygghet: 2,
    ma_bra: 4,
    fritid: 2,
    tillhorighet: 4,
    ansvarstagande: 1,
    respekteras: "blank",
    utvecklas: 3,
  }),
];

describe("the summary of a child", () => {
  it("counts single steps, and for the evaluator only clear changes", () => {
    expect(summarizeChild(aChild(FOLLOWED_UP))).toEqual({
      rater: "barn",
      compassId: "day-60",
      assessedOn: addDays(FIRST_DAY, 60),
      directions: {
        rightWay: ["omsorg", "trygghet"],
        kept: ["ma_bra", "fritid"],
        back: ["tillhorighet", "ansvarstagande"],
        notComparable: ["respekteras"],
      },
      clearOnly: {
        rightWay: ["omsorg"],
        kept: ["trygghet", "ma_bra", "fritid", "tillhorighet"],
        back: ["ansvarstagande"],
        notComparable: ["respekteras"],
      },
    });
  });

  it("is that of the latest compass", () => {
    const summary = summarizeChild(
      aChild([...FOLLOWED_UP, ofChild(120, { omsorg: 3 }), ofChild(90, { omsorg: 1 })]),
    );
    expect(summary).toMatchObject({
      compassId: "day-120",
      directions: { rightWay: ["omsorg"], kept: [], back: [] },
    });
  });

  it("is that of the child also when another has rated since", () => {
    const since = { days: 100, rater: "barnteam", ratings: { omsorg: 5, utvecklas: 1 } } as const;
    const before = { ...since, days: 10 };
    expect(summarizeChild(aChild([...FOLLOWED_UP, before, since]))).toEqual(
      summarizeChild(aChild(FOLLOWED_UP)),
    );
  });

  it("is that of the first area's compass when a rater has two on one day", () => {
    const sameDay = [ofChild(60, { omsorg: 3 }), { ...ofChild(60, { utvecklas: 3 }), compassId: "b" }];
    const summary = summarizeChild(aChild([ofChild(0, { omsorg: 3, utvecklas: 3 }), ...sameDay]));
    expect(summary?.compassId).toBe("day-60");
  });

  const twice = (rater: string) => [0, 60].map((days) => ({ days, rater, ratings: { fritid: 3 } as const }));
  const raterOf = (...rounds: Parameters<typeof aChild>[0][]) => summarizeChild(aChild(rounds.flat()))?.rater;

  it("is the guardian's without two own ratings, else the team's, and never a single profession's", () => {
    const once = [ofChild(0, { fritid: 3 }), ofChild(60, { fritid: "declined", omsorg: 3 })];
    expect(raterOf(once, twice("barnteam"), twice("vardnadshavare:2"), twice("vardnadshavare:1"))).toBe(
      "vardnadshavare:1",
    );
    expect(raterOf(once, twice("profession:bvc"), twice("barnteam"))).toBe("barnteam");
    expect(raterOf(once, twice("profession:bvc"))).toBeUndefined();
    expect(
      raterOf(
        once,
        twice("barnteam"),
        twice("barn").map((round) => ({ ...round, days: round.days + 100 })),
      ),
    ).toBe("barn");
  });

  it("is none for a child without ratings", () => expect(summarizeChild([])).toBeNull());
});

describe("the summary in words", () => {
  const textOf = (language: "sv" | "en", rounds = FOLLOWED_UP) => {
    const summary = summarizeChild(aChild(rounds));
    if (summary === null) throw new Error("nothing to sum up");
    return summaryText(summary, language);
  };

  it("tells whose rating it is and the areas of each way", () => {
    expect(textOf("sv")).toBe(
      "Barnets skattning: åt rätt håll i 2 områden, kvar på samma nivå i 2, tillbaka i 2, går inte att jämföra i 1",
    );
    expect(textOf("en")).toBe(
      "The child's rating: the right way in 2 areas, kept in 2, back in 2, cannot be compared in 1",
    );
  });

  it("leaves out what there is none of", () => {
    const back = [ofChild(0, { fritid: 3 }), ofChild(60, { fritid: 2 })];
    expect(textOf("sv", back)).toBe("Barnets skattning: tillbaka i 1 område");
    expect(textOf("en", back)).toBe("The child's rating: back in 1 area");
  });

  it("says so when the latest compass holds nothing to compare", () => {
    const fresh = [ofChild(0, { fritid: 3 }), ofChild(60, { fritid: 3 }), ofChild(120, { omsorg: 2 })];
    expect(textOf("sv", fresh)).toBe("Barnets skattning: inget att jämföra ännu");
    expect(textOf("en", fresh)).toBe("The child's rating: nothing to compare yet");
  });

  it("names the team as the one who rated", () => {
    const team = [0, 60].map((days) => ({ days, rater: "barnteam", ratings: { fritid: statements(3, 3) } }));
    const summary = summarizeChild(aChild(team));
    expect(summary === null ? "" : summaryText(summary, "sv")).toBe(
      "Barnteamets skattning: kvar på samma nivå i 1 område",
    );
  });
});
