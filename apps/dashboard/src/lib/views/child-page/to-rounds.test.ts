import type { Round, RoundAssessment } from "@kompassen/api/behovskompass";
import { raterKey } from "@kompassen/domain/behovskompass";
import { describe, expect, test } from "vitest";
import { day } from "#lib/behovskompass/history.test-support.ts";
import { messages } from "#lib/messages/sv/index.ts";
import { toRounds } from "./to-rounds.ts";

const words = {
  language: "sv" as const,
  guardians: [],
  words: messages.behovskompass,
  childId: "barn-1",
  page: messages.childPage,
};

const anAssessment = (facts: Partial<RoundAssessment> = {}): RoundAssessment => ({
  id: "a1",
  rater: raterKey("barn"),
  assessedOn: day("2026-07-10"),
  registeredOn: day("2026-07-10"),
  ageForm: "6-12",
  instrumentVersion: "1",
  uninfluenced: true,
  revision: 1,
  ...facts,
});

const aRound = (assessments: readonly RoundAssessment[], pictureMatches: boolean | null = null): Round => ({
  compassId: "r2",
  kind: "follow_up",
  openedOn: day("2026-07-01"),
  assessments,
  pictureMatches,
  hasConversation: pictureMatches !== null,
});

const factsOf = (facts: Partial<RoundAssessment>) =>
  toRounds([aRound([anAssessment(facts)])], [], words)[0]?.assessments[0]?.facts;

describe("a round", () => {
  test("says of each rating whether it was uninfluenced; not known is not taken for yes", () => {
    expect(factsOf({ uninfluenced: true })?.[0]).toBe("opåverkad");
    expect(factsOf({ uninfluenced: false })?.[0]).toBe("tidigare skattningar var öppnade");
    expect(factsOf({ uninfluenced: null })?.[0]).toBe("okänt om opåverkad");
  });

  test("says what was registered late and what was corrected", () => {
    expect(factsOf({ registeredOn: day("2026-07-24") })).not.toContain("Sent registrerad");
    expect(factsOf({ registeredOn: day("2026-07-25") })).toContain("Sent registrerad");
    expect(factsOf({ revision: 2 })).toContain("rättad, version 2");
  });

  test("leads to the rating itself and to the conversation, by opaque ids", () => {
    const [round] = toRounds([aRound([anAssessment()], false)], [], words);
    expect(round?.assessments[0]?.href).toBe("/barn/barn-1/behovskompass?skattare=barn&nu=r2");
    expect(round?.conversationHref).toBe("/barn/barn-1/samtal/r2");
    expect(round?.isDoubted).toBe(true);
  });

  test("has its comments in the model's order", () => {
    const comments = (["trygghet", "omsorg"] as const).map((area) => ({
      compassId: "r2",
      rater: raterKey("barn"),
      area,
      text: `Om ${area}`,
    }));
    const [round] = toRounds([aRound([anAssessment()])], comments, words);
    expect(round?.assessments[0]?.comments.map(({ areaName }) => areaName)).toEqual(["Omsorg", "Trygghet"]);
  });
});
