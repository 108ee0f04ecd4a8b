import type { createCaller } from "@kompassen/api";
import { AREAS } from "@kompassen/domain/behovskompass";
import { addDays, type LocalDate } from "@kompassen/domain/shared";
import type { Call, Deed, Writer } from "./deed.ts";

type Caller = ReturnType<typeof createCaller>;

/** Sends the deed through the api, as its writer. */
export async function doDeed(
  api: Caller,
  { unitId }: Writer,
  { childId, id, call }: Deed,
  today: LocalDate,
): Promise<void> {
  const support = {
    childId,
    supportId: id,
    area: "fritid",
    kind: "annat",
    givenBy: "Fritidsgården",
    status: "pagaende",
    startsOn: addDays(today, -10),
    endsOn: null,
  } as const;
  switch (call.verb) {
    case "people.registerChild":
      await api.people.registerChild({
        childId,
        givenName: "Nilo",
        familyName: "Vandral",
        birthDate: "2016-03-01",
        unitId,
        protectedIdentity: "ingen",
        guardians: [{ guardianId: call.guardianId, name: "Mira Vandral", relation: "mamma" }],
        responsibleAs: "stodsamordnare",
        relationId: call.relationId,
        nextFollowUpOn: null,
      });
      return;
    case "barnetsPlan.recordSupport":
      return api.barnetsPlan.recordSupport({ ...support, description: call.text });
    case "barnetsPlan.changeSupport":
      await api.barnetsPlan.changeSupport({ ...support, version: call.version, description: call.text });
      return;
    case "barnetsPlan.recordLifeEvent":
      return api.barnetsPlan.recordLifeEvent({
        childId,
        eventId: id,
        happenedOn: today,
        description: call.text,
      });
    case "consent.recordConsent":
      await api.consent.recordConsent({
        childId,
        consentId: id,
        step: "muntligt",
        guardianId: null,
        state: "given",
        decidedOn: today,
        validTo: null,
        paperLocation: call.text,
      });
      return;
    case "behovskompass.openDraft":
      await api.behovskompass.openDraft({
        childId,
        draftId: id,
        compassId: call.compassId,
        rater: "barn",
        ageForm: "6-12",
        assessedOn: call.assessedOn,
      });
      return;
    case "behovskompass.saveDraft":
      await api.behovskompass.saveDraft({
        childId,
        draftId: id,
        version: call.version,
        content: contentOf(call),
      });
      return;
    case "behovskompass.submitDraft":
      await api.behovskompass.submitDraft({ childId, draftId: id, version: call.version });
  }
}

/** Every area answered, and words in one. */
function contentOf({ text, area }: Extract<Call, { verb: "behovskompass.saveDraft" }>) {
  return {
    startingArea: null,
    areas: Object.fromEntries(
      AREAS.map((key) => [key, { answers: { [key]: 3 as const }, comment: key === area ? text : "" }]),
    ),
  };
}
