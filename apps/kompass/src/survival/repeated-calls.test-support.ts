import type { createCaller } from "@kompassen/api";
import { AREAS } from "@kompassen/domain/behovskompass";
import type { LocalDate } from "@kompassen/domain/shared";

type Caller = ReturnType<typeof createCaller>;

/** Where a call is tried: a child of its own, that nobody else writes about. */
export interface Scene {
  readonly staff: Caller;
  readonly administrator: Caller;
  readonly staffId: string;
  readonly otherId: string;
  readonly unitId: string;
  readonly childId: string;
  readonly guardianId: string;
  readonly today: LocalDate;
}

/** What must be there first; then the call, the same each time it is made. */
type Repeatable = (scene: Scene) => Promise<() => Promise<unknown>>;

const id = () => crypto.randomUUID();

const support = {
  area: "fritid",
  kind: "annat",
  description: "Ringer varje vecka",
  givenBy: "Fritidsgården",
  status: "pagaende",
  startsOn: "2026-03-01",
  endsOn: null,
} as const;

const content = {
  startingArea: null,
  areas: Object.fromEntries(AREAS.map((area) => [area, { answers: { [area]: 3 as const }, comment: area }])),
};

async function anOpenDraft({ staff, childId }: Scene): Promise<{ draftId: string; compassId: string }> {
  const form = { rater: "barn", ageForm: "6-12", assessedOn: "2026-03-01" } as const;
  return staff.behovskompass.openDraft({ childId, draftId: id(), compassId: id(), ...form });
}

async function aFilledDraft(scene: Scene): Promise<{ draftId: string; compassId: string }> {
  const opened = await anOpenDraft(scene);
  const { childId, staff } = scene;
  await staff.behovskompass.saveDraft({ childId, draftId: opened.draftId, version: 1, content });
  return opened;
}

async function aHandedIn(scene: Scene): Promise<{ assessmentId: string; compassId: string }> {
  const { draftId } = await aFilledDraft(scene);
  const { childId, staff } = scene;
  return staff.behovskompass.submitDraft({ childId, draftId, version: 2 });
}

async function consentsTo(
  { staff, childId, guardianId, today }: Scene,
  step: "skriftligt_barnteam" | "skriftligt_individuellt",
): Promise<void> {
  await staff.consent.recordConsent({
    childId,
    consentId: id(),
    step,
    guardianId,
    state: "given",
    decidedOn: today,
    validTo: null,
    paperLocation: "Pärm 2",
  });
}

/** Every verb that makes or changes a row by an id or a version that the caller sends. */
export const REPEATABLE: Readonly<Record<string, Repeatable>> = {
  "people.registerChild": async ({ staff, unitId }) => {
    const input = {
      childId: id(),
      givenName: "Nilo",
      familyName: "Vandral",
      birthDate: null,
      unitId,
      protectedIdentity: "ingen",
      responsibleAs: "stodsamordnare",
      relationId: id(),
      nextFollowUpOn: null,
    } as const;
    const guardians = [{ guardianId: id(), name: "Mira", relation: "mamma" }];
    return () => staff.people.registerChild({ ...input, guardians });
  },
  "people.changeChild": async ({ staff, childId }) => {
    const words = { givenName: "Nila", familyName: "Vandral", birthDate: null, unitId: null };
    return () =>
      staff.people.changeChild({ childId, ...words, protectedIdentity: "sekretessmarkering", version: 1 });
  },
  "people.appoint": async ({ staff, childId, otherId }) => {
    const relationId = id();
    return () => staff.people.appoint({ childId, kind: "samtalsledare", relationId, personId: otherId });
  },
  "people.recordGuardian": async ({ staff, childId }) => {
    const guardianId = id();
    return () =>
      staff.people.recordGuardian({ childId, guardianId, version: null, name: "Ero", relation: "pappa" });
  },
  "people.inviteGuardian": async ({ staff, childId, guardianId }) => {
    const invitationId = id();
    return () => staff.people.inviteGuardian({ childId, invitationId, guardianId });
  },
  "people.closeGuardianLogin": async ({ staff, childId, guardianId }) => {
    return () => staff.people.closeGuardianLogin({ childId, guardianId });
  },
  "people.planFollowUp": async ({ staff, childId }) => {
    return () => staff.people.planFollowUp({ childId, nextFollowUpOn: "2030-01-10", version: 1 });
  },
  "people.closeChild": async ({ staff, childId }) => {
    const closingId = id();
    return () => staff.people.closeChild({ childId, closingId, reason: "flytt", version: 1 });
  },
  "behovskompass.openDraft": async ({ staff, childId }) => {
    const [draftId, compassId] = [id(), id()];
    const form = { rater: "barn", ageForm: "6-12", assessedOn: "2026-03-01" } as const;
    return () => staff.behovskompass.openDraft({ childId, draftId, compassId, ...form });
  },
  "behovskompass.saveDraft": async (scene) => {
    const { draftId } = await anOpenDraft(scene);
    const { childId, staff } = scene;
    return () => staff.behovskompass.saveDraft({ childId, draftId, version: 1, content });
  },
  "behovskompass.submitDraft": async (scene) => {
    const { draftId } = await aFilledDraft(scene);
    const { childId, staff } = scene;
    return () => staff.behovskompass.submitDraft({ childId, draftId, version: 2 });
  },
  "behovskompass.correctAssessment": async (scene) => {
    const { assessmentId } = await aHandedIn(scene);
    const { childId, staff } = scene;
    const revisionId = id();
    return () =>
      staff.behovskompass.correctAssessment({
        childId,
        assessmentId,
        revisionId,
        content,
        reason: "Fel siffra",
      });
  },
  "followUp.recordConversation": async (scene) => {
    const { compassId } = await aHandedIn(scene);
    const { childId, staff } = scene;
    return () =>
      staff.followUp.recordConversation({
        childId,
        compassId,
        version: 0,
        heldOn: "2026-03-02",
        whatHasChanged: "Mer ro",
        howItFeels: "Bra",
        pictureMatches: true,
        pictureComment: "",
        whatNext: "",
        thoughts: [{ area: "omsorg", concern: true, target: "3.5", workOn: true }],
        nextFollowUpOn: null,
      });
  },
  "barnteam.formIndividualTeam": async (scene) => {
    await consentsTo(scene, "skriftligt_individuellt");
    const { childId, staff } = scene;
    const teamId = id();
    return () => staff.barnteam.formIndividualTeam({ childId, teamId, members: [] });
  },
  "barnteam.createMeeting": async (scene) => {
    await consentsTo(scene, "skriftligt_individuellt");
    const { childId, staff } = scene;
    const { teamId } = await staff.barnteam.formIndividualTeam({ childId, teamId: id(), members: [] });
    const meetingId = id();
    return () =>
      staff.barnteam.createMeeting({ meetingId, teamId, heldOn: "2030-01-10", startsAt: null, place: null });
  },
  "consent.recordConsent": async ({ staff, childId, guardianId, today }) => {
    const consentId = id();
    const answer = { state: "given", decidedOn: today, validTo: null, paperLocation: "Pärm 2" } as const;
    return () =>
      staff.consent.recordConsent({ childId, consentId, step: "skriftligt_barnteam", guardianId, ...answer });
  },
  "consent.withdrawConsent": async (scene) => {
    await consentsTo(scene, "skriftligt_barnteam");
    const { childId, guardianId, staff, today } = scene;
    const steps = [{ step: "skriftligt_barnteam" as const, consentId: id() }];
    return () =>
      staff.consent.withdrawConsent({ childId, guardianId, steps, decidedOn: today, way: "phone" });
  },
  "consent.decideChildAsked": async ({ staff, childId }) => {
    const asked = { decisionId: id(), step: "skriftligt_barnteam", isAsked: true, reason: "Mogen" } as const;
    return () => staff.consent.decideChildAsked({ childId, ...asked });
  },
  "consent.recordAgreement": async ({ staff, childId, guardianId }) => {
    const agreementId = id();
    return () => staff.consent.recordAgreement({ childId, agreementId, guardianId, isAgreed: true });
  },
  "sharing.recordShare": async ({ staff, childId, unitId, today }) => {
    const why = {
      necessary: "Behövs för stödet",
      relevant: "Gäller stödet",
      proportionate: "Bara ett område",
    };
    const sharing = { sharingId: id(), sharedOn: today, areas: ["fritid" as const], fields: [], ...why };
    return () =>
      staff.sharing.recordShare({
        childId,
        ...sharing,
        toUnitIds: [unitId],
        toOther: null,
        ground: "other",
        groundStep: null,
        groundText: "Familjen bad om det",
      });
  },
  "barnetsPlan.recordSupport": async ({ staff, childId }) => {
    const supportId = id();
    return () => staff.barnetsPlan.recordSupport({ childId, supportId, ...support });
  },
  "barnetsPlan.changeSupport": async ({ staff, childId }) => {
    const supportId = id();
    await staff.barnetsPlan.recordSupport({ childId, supportId, ...support });
    const changed = { ...support, description: "Ringer varannan vecka" };
    return () => staff.barnetsPlan.changeSupport({ childId, supportId, version: 1, ...changed });
  },
  "barnetsPlan.recordLifeEvent": async ({ staff, childId }) => {
    const event = { eventId: id(), happenedOn: "2026-01-10", description: "Flytt" };
    return () => staff.barnetsPlan.recordLifeEvent({ childId, ...event });
  },
  "barnetsPlan.changeLifeEvent": async ({ staff, childId }) => {
    const event = { eventId: id(), happenedOn: "2026-01-10", description: "Flytt" };
    await staff.barnetsPlan.recordLifeEvent({ childId, ...event });
    return () =>
      staff.barnetsPlan.changeLifeEvent({ childId, ...event, description: "Flytt till byn", version: 1 });
  },
  "administration.recordOmrade": async ({ administrator }) => {
    const omradeId = id();
    const name = `Område ${omradeId}`;
    return () => administrator.administration.recordOmrade({ omradeId, version: null, name, validTo: null });
  },
  "administration.recordPerson": async ({ administrator, unitId }) => {
    const personId = id();
    const names = { loginKey: `test:${personId}`, givenName: "Ny", familyName: "Ny", title: "lärare" };
    return () => administrator.administration.recordPerson({ personId, version: null, ...names, unitId });
  },
  "administration.recordTeam": async ({ administrator, unitId }) => {
    const teamId = id();
    const team = { name: `Team ${teamId}`, ageGroup: "7-12", unitId, validTo: null } as const;
    return () => administrator.administration.recordTeam({ teamId, version: null, ...team });
  },
};

/** Writes that are repeatable by what they are, and why they are not tried here. */
export const NOT_TRIED: Readonly<Record<string, string>> = {
  "a new printout each time": "people.recordPrint sharing.recordPrintout",
  "says a state that then stands":
    "people.endTalks people.reopenChild behovskompass.showAnyway behovskompass.discardDraft followUp.markSeen " +
    "barnteam.addTeamMember barnteam.endTeamMember barnteam.closeMeeting administration.setDisabled " +
    "administration.grantRole administration.endRole administration.seatMember administration.unseatMember " +
    "administration.appointSuccessor schoolRegister.seeNotices emergencyAccess.end",
  "decided once, by a version or an open case, with tests of their own":
    "people.askHandOver people.withdrawHandOver people.answerHandOver followUp.placeOnAgenda followUp.decideSignal " +
    "sharing.tellShare sharing.withholdShare sharing.withhold sharing.withheldReview family.withdrawConsent " +
    "emergencyAccess.open emergencyAccess.review release.requestDraft release.approveDraft release.withdrawDraft " +
    "logReview.decideItem retention.proposePurge retention.decidePurge retention.holdCase retention.liftHold " +
    "retention.setRule schoolRegister.answerCandidate administration.recordUnit",
  "the same file again changes nothing: import-golden.test.ts": "import.preview import.commit",
};
