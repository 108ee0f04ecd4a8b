import { AREAS } from "@kompassen/domain/behovskompass";
import { todayInSweden } from "@kompassen/domain/shared";
import type { Caller, TestKommun } from "./a-kommun.ts";

/** Registers a child through the api, followed by the caller. */
export async function registerChildOf(
  kommun: TestKommun,
  caller: Caller,
  responsibleAs: "barnkontakt" | "stodsamordnare" = "stodsamordnare",
): Promise<{ childId: string; guardianId: string }> {
  const [childId, guardianId] = [crypto.randomUUID(), crypto.randomUUID()];
  await caller.people.registerChild({
    childId,
    givenName: "Nilo",
    familyName: "Vandral",
    birthDate: "2016-03-01",
    unitId: kommun.unitId,
    protectedIdentity: "ingen",
    guardians: [{ guardianId, name: "Mira Vandral", relation: "mamma" }],
    responsibleAs,
    relationId: crypto.randomUUID(),
    nextFollowUpOn: null,
  });
  return { childId, guardianId };
}

/** The child's own compass, the same value in every area. */
export async function rateAll(
  caller: Caller,
  childId: string,
  value: 1 | 2 | 3 | 4 | 5,
  assessedOn: string,
): Promise<string> {
  const draftId = await fillDraft(caller, childId, value, assessedOn);
  const { version } = await caller.behovskompass.getDraft({ childId, draftId });
  const { compassId } = await caller.behovskompass.submitDraft({ childId, draftId, version });
  return compassId;
}

export async function fillDraft(
  caller: Caller,
  childId: string,
  value: 1 | 2 | 3 | 4 | 5,
  assessedOn: string,
): Promise<string> {
  const { draftId } = await caller.behovskompass.openDraft({
    childId,
    draftId: crypto.randomUUID(),
    compassId: crypto.randomUUID(),
    rater: "barn",
    ageForm: "6-12",
    assessedOn,
  });
  const areas = Object.fromEntries(AREAS.map((area) => [area, { answers: { [area]: value }, comment: "" }]));
  await caller.behovskompass.saveDraft({
    childId,
    draftId,
    version: 1,
    content: { startingArea: "fritid", areas },
  });
  return draftId;
}

/** A guardian's written yes to the child's Barnteam, from today. */
export async function giveConsent(caller: Caller, childId: string, guardianId: string): Promise<void> {
  await caller.consent.recordConsent({
    childId,
    consentId: crypto.randomUUID(),
    step: "skriftligt_barnteam",
    guardianId,
    state: "given",
    decidedOn: todayInSweden(new Date()),
    validTo: null,
    paperLocation: "Pärm 4",
  });
}
