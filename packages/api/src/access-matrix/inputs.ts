import { randomUUID } from "node:crypto";
import { AREAS } from "@kompassen/domain/behovskompass";
import { addDays, type LocalDate } from "@kompassen/domain/shared";
import { CHILDREN_COLUMNS } from "../import/index.ts";
import { type ArrangedChild, type ArrangedSet, rowOf } from "./arranged-child.ts";
import { CELL_ROW_ID, DRAFT } from "./cell-row-ids.ts";
import { filledContent, OWN_FORM, TEAM_FORM } from "./filled-forms.ts";
import type { Cell } from "./relations.ts";
import { EARLIER_PERIOD, LATER_PERIOD, releaseIdOf } from "./release-rows.ts";

export interface Asked {
  readonly cell: Cell;
  readonly child: ArrangedChild;
  readonly set: ArrangedSet;
  readonly today: LocalDate;
}

/** Where the caller works. */
export const kommunOf = ({ cell, set }: Asked) =>
  cell.relation === "other_kommun" ? set.otherKommunCode : set.kommunCode;

export const unitOf = ({ cell, set }: Asked) =>
  cell.relation === "other_kommun" ? set.otherUnitId : set.unitId;

/** New ids are the caller's own: none begins as those of an arranged child. */
const fresh = () => `dddd${randomUUID().slice(4)}`;

const leadsTalk = ({ cell }: Asked) => cell.relation.startsWith("samtalsledare");
const sitsInTeam = ({ cell }: Asked) => /^(?:barnteam|individuellt)/.test(cell.relation);

/** A samtalsledare has an own form open; everybody else asks for the joint one. */
const draftId = (asked: Asked) => {
  const { child, cell } = asked;
  if (cell.relation === "samtalsledare_ended") return rowOf(child, 150);
  return leadsTalk(asked) ? child.ownDraftId : child.jointDraftId;
};

const aForm = (asked: Asked, rater: string) => ({
  childId: asked.child.id,
  draftId: fresh(),
  compassId: fresh(),
  rater,
  ageForm: null,
  assessedOn: addDays(asked.today, -2),
});

const aSupport = {
  area: "fritid",
  kind: "annat",
  description: "Stöd",
  givenBy: "Skolan",
  status: "pagaende",
  startsOn: "2026-01-10",
  endsOn: null,
};

const aChildrenFile = () => {
  const cells: Record<string, string> = {
    child_id: fresh(),
    given_name: "Ny",
    family_name: "Ny",
    unit_code: "skola-1",
  };
  const line = CHILDREN_COLUMNS.map((column) => cells[column] ?? "").join(",");
  return {
    history: null,
    children: new Blob([`${CHILDREN_COLUMNS.join(",")}\n${line}\n`]),
    register: true,
    unitCode: null,
  };
};

const aDecision = { itemId: CELL_ROW_ID, version: 1, decision: "in_order", note: "" };

const ofChild = ({ child }: Asked) => ({ childId: child.id });

/** What each procedure is called with, so that whoever may call succeeds. */
const INPUTS: Readonly<Record<string, (asked: Asked) => unknown>> = {
  "people.registerChild": (asked) => ({
    childId: fresh(),
    givenName: "Ny",
    familyName: "Ny",
    birthDate: null,
    unitId: unitOf(asked),
    protectedIdentity: "ingen",
    guardians: [{ guardianId: fresh(), name: "Vuxen", relation: "mamma" }],
    responsibleAs: "stodsamordnare",
    relationId: fresh(),
    nextFollowUpOn: null,
  }),
  "people.changeChild": ({ child, cell }) => ({
    childId: child.id,
    givenName: "Nilo",
    familyName: "Vandral",
    birthDate: null,
    unitId: null,
    protectedIdentity: cell.protection,
    version: 1,
  }),
  "people.appoint": ({ child, set }) => ({
    childId: child.id,
    kind: "samtalsledare",
    relationId: fresh(),
    personId: set.person("none"),
  }),
  "people.endTalks": ({ child }) => ({ childId: child.id, relationId: child.talksId }),
  "people.recordGuardian": ({ child }) => ({
    childId: child.id,
    guardianId: child.guardianId,
    version: 1,
    name: "Ero",
    relation: "pappa",
  }),
  "people.inviteGuardian": ({ child }) => ({
    childId: child.id,
    invitationId: fresh(),
    guardianId: child.secondGuardianId,
  }),
  "people.inviteGuardian, who has an account": ({ child }) => ({
    childId: child.id,
    invitationId: fresh(),
    guardianId: child.guardianId,
  }),
  "people.closeGuardianLogin": ({ child }) => ({ childId: child.id, guardianId: child.guardianId }),
  "people.planFollowUp": ({ child, today }) => ({
    childId: child.id,
    nextFollowUpOn: addDays(today, 60),
    version: 1,
  }),
  "people.closeChild": ({ child }) => ({
    childId: child.id,
    closingId: fresh(),
    reason: "flytt",
    version: 1,
  }),
  "people.reopenChild": ({ child }) => ({ childId: child.id, version: 1 }),

  "behovskompass.openDraft": (asked) =>
    aForm(
      asked,
      leadsTalk(asked) ? "barn" : sitsInTeam(asked) ? "profession:grundskola" : "vardnadshavare:1",
    ),
  "behovskompass.openDraft, with the child": (asked) => aForm(asked, "barn"),
  "behovskompass.openDraft, for the team": (asked) => aForm(asked, "barnteam"),
  "behovskompass.getDraft": (asked) => ({ childId: asked.child.id, draftId: draftId(asked) }),
  "behovskompass.getDraft, the joint form": ({ child }) => ({
    childId: child.id,
    draftId: child.jointDraftId,
  }),
  "behovskompass.saveDraft": (asked) => ({
    childId: asked.child.id,
    draftId: draftId(asked),
    version: 1,
    content: filledContent(leadsTalk(asked) ? OWN_FORM : TEAM_FORM, "Annat"),
  }),
  "behovskompass.showAnyway": ({ child }) => ({
    childId: child.id,
    draftId: child.jointDraftId,
    reason: "Behövs i mötet",
  }),
  "behovskompass.discardDraft": (asked) => ({ childId: asked.child.id, draftId: draftId(asked) }),
  "behovskompass.submitDraft": (asked) => ({ childId: asked.child.id, draftId: draftId(asked), version: 1 }),
  "behovskompass.getAssessment": ({ child }) => ({ childId: child.id, assessmentId: child.assessmentId }),
  "behovskompass.correctAssessment": ({ child }) => ({
    childId: child.id,
    assessmentId: child.assessmentId,
    revisionId: fresh(),
    content: filledContent(OWN_FORM, "Rättat"),
    reason: "Fel siffra",
  }),

  "followUp.getConversation": ({ child }) => ({ childId: child.id, compassId: child.compassId }),
  "followUp.recordConversation": ({ child, today }) => ({
    childId: child.id,
    compassId: child.compassId,
    version: 1,
    heldOn: today,
    whatHasChanged: "Mer ro",
    howItFeels: "",
    pictureMatches: true,
    pictureComment: "",
    whatNext: "",
    thoughts: AREAS.map((area) => ({ area, concern: true, target: null, workOn: false })),
    nextFollowUpOn: null,
  }),
  "followUp.getSignal": ({ child }) => ({ childId: child.id, signalId: child.signalId }),
  "followUp.markSeen": ({ child }) => ({ childId: child.id, signalId: child.signalId, version: 1 }),
  "followUp.placeOnAgenda": ({ child }) => ({
    childId: child.id,
    signalId: child.signalId,
    version: 1,
    meetingId: child.meetingId,
  }),
  "followUp.decideSignal": ({ child }) => ({
    childId: child.id,
    signalId: child.signalId,
    version: 1,
    decision: "no_action",
    text: "Redan ordnat",
  }),

  "barnteam.getTeam": ({ child }) => ({ teamId: child.teamId }),
  "barnteam.createMeeting": ({ child, today }) => ({
    meetingId: fresh(),
    teamId: child.teamId,
    heldOn: addDays(today, 9),
    startsAt: null,
    place: null,
  }),
  "barnteam.closeMeeting": ({ child }) => ({ meetingId: child.meetingId, version: 1, state: "held" }),
  "barnteam.formIndividualTeam": ({ child }) => ({ childId: child.id, teamId: fresh(), members: [] }),

  "consent.recordConsent": ({ child, today }) => ({
    childId: child.id,
    consentId: fresh(),
    step: "skriftligt_barnteam",
    guardianId: child.guardianId,
    state: "given",
    decidedOn: today,
    validTo: null,
    paperLocation: "Pärm 2",
  }),
  "consent.withdrawConsent": ({ child, today }) => ({
    childId: child.id,
    guardianId: child.guardianId,
    steps: [{ step: "skriftligt_barnteam", consentId: fresh() }],
    decidedOn: today,
    way: "phone",
  }),
  "consent.decideChildAsked": ({ child }) => ({
    childId: child.id,
    decisionId: fresh(),
    step: "skriftligt_barnteam",
    isAsked: true,
    reason: "Tolv år och mogen",
  }),
  "consent.recordAgreement": ({ child }) => ({
    childId: child.id,
    agreementId: fresh(),
    guardianId: child.guardianId,
    isAgreed: true,
  }),

  "emergencyAccess.open": ({ child }) => ({
    accessId: fresh(),
    caseNumber: child.caseNumber,
    reason: "akut_fara",
    reasonText: "Barnet är ensamt på stationen",
  }),
  "emergencyAccess.end": () => ({ accessId: CELL_ROW_ID }),
  "emergencyAccess.end, of another": () => ({ accessId: CELL_ROW_ID }),
  "emergencyAccess.review": ({ child, cell }) => ({
    accessId: cell.relation === "emergency_running" ? rowOf(child, 101) : child.emergencyId,
    outcome: "motiverad",
    text: "Rimligt och kort",
  }),
  "emergencyAccess.review, one's own": () => ({
    accessId: CELL_ROW_ID,
    outcome: "motiverad",
    text: "Rimligt och kort",
  }),

  "barnetsPlan.recordSupport": ({ child }) => ({ childId: child.id, supportId: fresh(), ...aSupport }),
  "barnetsPlan.changeSupport": ({ child }) => ({
    childId: child.id,
    supportId: child.supportId,
    version: 1,
    ...aSupport,
  }),
  "barnetsPlan.recordLifeEvent": ({ child }) => ({
    childId: child.id,
    eventId: fresh(),
    happenedOn: "2026-01-10",
    description: "Flytt",
  }),
  "barnetsPlan.changeLifeEvent": ({ child }) => ({
    childId: child.id,
    eventId: child.eventId,
    version: 1,
    happenedOn: "2026-01-10",
    description: "Flytt",
  }),

  "people.askHandOver": ({ child, set }) => ({
    childId: child.id,
    handOverId: fresh(),
    toPersonId: set.colleagueId,
    sharing: { kind: "nothing" },
  }),
  "people.withdrawHandOver": ({ child }) => ({
    childId: child.id,
    handOverId: child.handOverId,
    version: 1,
  }),
  // A child without a Barnkontakt: nobody else becomes one tomorrow.
  "people.answerHandOver": ({ set, cell }) => ({
    handOverId: set.another.handOverId,
    isTaken: cell.role === "barnkontakt",
    text: null,
  }),
  "people.answerHandOver, asked of another": ({ set }) => ({
    handOverId: set.another.handOverId,
    isTaken: false,
    text: null,
  }),
  "barnteam.addTeamMember": ({ child, set }) => ({
    childId: child.id,
    personId: set.person("none"),
    part: "Kurator",
  }),
  "barnteam.endTeamMember": ({ child, set }) => ({
    childId: child.id,
    personId: set.person("individuellt_barnteam"),
  }),

  "sharing.recordShare": ({ child, set, today }) => ({
    childId: child.id,
    sharingId: fresh(),
    sharedOn: today,
    areas: ["fritid"],
    fields: [],
    toUnitIds: [set.unitId],
    toOther: null,
    necessary: "Behövs för stödet",
    relevant: "Rör fritiden",
    proportionate: "Bara ett område",
    ground: "other",
    groundStep: null,
    groundText: "Familjen bad om det",
  }),
  "sharing.recordPrintout": ({ child }) => ({ childId: child.id, sharingId: fresh(), fields: ["compass"] }),
  "sharing.tellShare": ({ child, today }) => ({
    childId: child.id,
    toldId: fresh(),
    sharingId: child.sharingId,
    toldOn: today,
  }),
  "sharing.withholdShare": ({ child, today }) => ({
    childId: child.id,
    toldId: fresh(),
    sharingId: child.sharingId,
    reason: "Kan skada barnet",
    reviewOn: addDays(today, 30),
  }),
  "sharing.withhold": ({ child, today }) => ({
    childId: child.id,
    withheldId: fresh(),
    guardianId: child.guardianId,
    thing: "support",
    thingId: child.supportId,
    reason: "Kan skada barnet",
    reviewOn: addDays(today, 30),
  }),
  "sharing.withheldReview": ({ child }) => ({ childId: child.id, withheldId: fresh(), again: null }),
  "schoolRegister.answerCandidate": ({ child }) => ({
    childId: child.id,
    sourceId: child.sourceId,
    version: 1,
    answer: { kind: "same", guardianId: child.guardianId },
  }),
  "schoolRegister.findPupil": ({ child }) => ({ text: child.marker }),
  "family.withdrawConsent": ({ child }) => ({
    childId: child.id,
    step: "skriftligt_barnteam",
    consentId: fresh(),
  }),

  "administration.recordOmrade": () => ({ omradeId: fresh(), version: null, name: "Norr", validTo: null }),
  "administration.recordUnit": () => ({
    unitId: fresh(),
    version: null,
    code: fresh(),
    name: "Ny skola",
    kind: "grundskola",
    omradeId: null,
    huvudman: null,
    schoolUnitCode: null,
    validTo: null,
  }),
  "administration.searchPersons": () => ({ text: "", unitId: null, page: 1 }),
  "administration.getPerson": ({ set }) => ({ personId: set.colleagueId }),
  "administration.recordPerson": (asked) => ({
    personId: fresh(),
    version: null,
    loginKey: fresh(),
    givenName: "Ny",
    familyName: "Ny",
    title: "Kurator",
    unitId: unitOf(asked),
  }),
  "administration.setDisabled": ({ set }) => ({
    personId: set.colleagueId,
    version: 1,
    isDisabled: true,
  }),
  "administration.grantRole": ({ set, today }) => ({
    personId: set.colleagueId,
    role: "upptackare",
    validFrom: today,
    validTo: null,
  }),
  "administration.endRole": ({ set }) => ({
    personId: set.colleagueId,
    role: "barnkontakt",
    validFrom: "2020-01-01",
  }),
  "administration.getTeam": ({ set }) => ({ teamId: set.standingTeamId }),
  "administration.recordTeam": () => ({
    teamId: fresh(),
    version: null,
    name: "Barnteam Norr",
    ageGroup: "7-12",
    unitId: null,
    validTo: null,
  }),
  "administration.seatMember": ({ set, today }) => ({
    teamId: set.standingTeamId,
    personId: set.colleagueId,
    part: "Kurator",
    isConvenor: false,
    validFrom: today,
    validTo: null,
  }),
  "administration.unseatMember": ({ set }) => ({
    teamId: set.standingTeamId,
    personId: set.person("barnteam_meeting_near"),
    validFrom: "2020-01-01",
  }),
  "administration.appointSuccessor": ({ set }) => ({
    personId: set.person("responsible_for_another"),
    kind: "stodsamordnare",
    successorId: set.colleagueId,
  }),

  "import.preview": aChildrenFile,
  "import.commit": aChildrenFile,

  "release.getDraft": () => ({ draftId: CELL_ROW_ID }),
  "release.requestDraft": () => ({ draftId: fresh(), periods: [LATER_PERIOD] }),
  "release.approveDraft": () => ({ draftId: CELL_ROW_ID, sha256: DRAFT.sha256 }),
  "release.approveDraft, one's own": () => ({ draftId: CELL_ROW_ID, sha256: DRAFT.sha256 }),
  "release.withdrawDraft": () => ({ draftId: CELL_ROW_ID }),
  "statistics.getLatest": () => ({}),
  "statistics.getRelease": ({ set }) => ({ releaseId: releaseIdOf(set.kommunCode, LATER_PERIOD) }),
  "statistics.listSeries": () => ({}),
  "statistics.compareReleases": ({ set }) => ({
    earlierId: releaseIdOf(set.kommunCode, EARLIER_PERIOD),
    laterId: releaseIdOf(set.kommunCode, LATER_PERIOD),
  }),
  "export.getFile": ({ set }) => ({ releaseId: releaseIdOf(set.kommunCode, LATER_PERIOD), format: "csv" }),

  "logReview.listItems": () => ({ state: "open" }),
  "logReview.getItem": () => ({ itemId: CELL_ROW_ID }),
  "logReview.decideItem": () => aDecision,
  "logReview.decideItem, one's own": () => aDecision,

  "retention.proposePurge": () => ({ runId: fresh() }),
  "retention.decidePurge": () => ({ runId: CELL_ROW_ID, decision: "approve" }),
  "retention.decidePurge, one's own": () => ({ runId: CELL_ROW_ID, decision: "approve" }),
  "retention.holdCase": ({ child, today }) => ({
    holdId: fresh(),
    caseNumber: child.caseNumber,
    reason: "Begäran om utlämnande",
    reviewOn: addDays(today, 90),
  }),
  "retention.liftHold": ({ child }) => ({ holdId: rowOf(child, 160), reason: "Klart" }),
  "retention.setRule": ({ today }) => ({
    authority: "skola",
    keepMonths: 24,
    validFrom: addDays(today, 40),
    legalGround: "Gallringsbeslut",
  }),
};

/** Procedures without a row above take the child alone, or nothing. */
export function inputFor(row: string, asked: Asked): unknown {
  return (INPUTS[row] ?? ofChild)(asked);
}
