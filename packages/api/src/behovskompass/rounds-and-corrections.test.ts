import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { addDays, todayInSweden } from "@kompassen/domain/shared";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fillDraft, rateAll, registerChildOf } from "../testing/a-child.ts";
import { aKommun, type Caller, type TestKommun } from "../testing/a-kommun.ts";

let database: TestDatabase;
let kommun: TestKommun;
let caller: Caller;

const today = todayInSweden(new Date());

beforeAll(async () => {
  database = await openTestDatabase();
  kommun = await aKommun(database, "9140");
  caller = (await kommun.person("Samordnaren", "stodsamordnare")).as;
});
afterAll(() => database.close());

async function currentAssessment(childId: string) {
  const chart = await caller.behovskompass.getChart({ childId });
  const assessment = chart.kind === "open" ? chart.rounds.at(-1)?.assessments[0] : undefined;
  if (assessment === undefined) throw new Error("nothing handed in");
  return assessment;
}

describe("the rounds a new form can belong to", () => {
  it("say who has handed in and who is filling in, and where the caller works", async () => {
    const { childId } = await registerChildOf(kommun, caller);
    expect(await caller.behovskompass.listRounds({ childId })).toEqual({
      rounds: [],
      hasRounds: false,
      ownVerksamhet: "grundskola",
    });
    const compassId = await rateAll(caller, childId, 3, today);
    const { rounds } = await caller.behovskompass.listRounds({ childId });
    expect(rounds).toEqual([
      { compassId, kind: "first", openedOn: today, handedIn: ["barn"], beingFilledIn: [] },
    ]);
  });

  it("leave out a round that was gathered long ago", async () => {
    const { childId } = await registerChildOf(kommun, caller);
    const compassId = await rateAll(caller, childId, 3, addDays(today, -90));
    await database.admin`update compass set opened_on = ${addDays(today, -90)} where id = ${compassId}`;
    const choices = await caller.behovskompass.listRounds({ childId });
    expect(choices).toMatchObject({ rounds: [], hasRounds: true });
  });
});

describe("a correction", () => {
  it("starts from what was handed in and keeps the version before it, with author and reason", async () => {
    const { childId } = await registerChildOf(kommun, caller);
    await rateAll(caller, childId, 3, today);
    const { id: assessmentId } = await currentAssessment(childId);
    const form = await caller.behovskompass.getAssessment({ childId, assessmentId });
    expect(form.content).toMatchObject({
      startingArea: "fritid",
      areas: { trygghet: { answers: { trygghet: 3 }, comment: "" } },
    });
    const content = {
      ...form.content,
      areas: { ...form.content.areas, trygghet: { answers: { trygghet: 5 as const }, comment: "Fel ruta" } },
    };
    const correction = {
      childId,
      assessmentId,
      revisionId: crypto.randomUUID(),
      content,
      reason: "Kryss i fel ruta",
    };
    await caller.behovskompass.correctAssessment(correction);
    const corrected = await currentAssessment(childId);
    expect(corrected).toMatchObject({ id: correction.revisionId, revision: 2 });
    const now = await caller.behovskompass.getAssessment({ childId, assessmentId: corrected.id });
    expect(now.content.areas.trygghet).toEqual({ answers: { trygghet: 5 }, comment: "Fel ruta" });
    expect(now.revisions.map(({ reason, authorName }) => [reason, authorName])).toEqual([
      [null, "Samordnaren Test"],
      ["Kryss i fel ruta", "Samordnaren Test"],
    ]);
  });

  it("is not opened while the caller fills in an uninfluenced form for the child", async () => {
    const { childId } = await registerChildOf(kommun, caller);
    await rateAll(caller, childId, 3, addDays(today, -60));
    const { id: assessmentId } = await currentAssessment(childId);
    await fillDraft(caller, childId, 4, today);
    await expect(caller.behovskompass.getAssessment({ childId, assessmentId })).rejects.toMatchObject({
      message: "not_found",
    });
  });
});
