import { ALL_SEATS, RESPONSIBLE, type Rules, TEAM } from "./rule.ts";

/** What is asked about a child: how one stands to it decides. */
export const EXPECTED_OF_CHILDREN: Rules = {
  // The own work list, and who a child is.
  "people.listCaseload": { shows: RESPONSIBLE, isOfFollowed: true },
  "people.listClosed": { shows: [] },
  "people.listOptions": { shows: [] },
  "people.getChild": { seats: ALL_SEATS, purpose: "uppfoljning" },
  "people.getProtectedName": { seats: ALL_SEATS, purpose: "uppfoljning" },
  "people.registerChild": { roles: ["stodsamordnare"], shows: [] },
  "people.recordPrint": { seats: ALL_SEATS, purpose: "utskrift", mayChangeNothing: true },
  "people.changeChild": { seats: RESPONSIBLE, purpose: "registrering" },
  "people.appoint": {
    seats: RESPONSIBLE,
    purpose: "registrering",
    refusedWhenClosed: "closed child_closed",
  },
  "people.endTalks": { seats: RESPONSIBLE, purpose: "registrering" },
  "people.recordGuardian": { seats: RESPONSIBLE, purpose: "registrering" },
  "people.inviteGuardian": { seats: RESPONSIBLE, purpose: "registrering" },
  "people.inviteGuardian, who has an account": {
    seats: RESPONSIBLE,
    purpose: "registrering",
    alwaysRefused: "closed guardian_has_account",
  },
  "people.closeGuardianLogin": { seats: RESPONSIBLE, purpose: "registrering" },
  "people.planFollowUp": { seats: RESPONSIBLE, purpose: "uppfoljning" },
  "people.closeChild": { seats: RESPONSIBLE, purpose: "registrering", refusedWhenClosed: "conflict" },
  "people.reopenChild": { seats: RESPONSIBLE, purpose: "registrering" },

  // Compasses. A samtalsledare fills in with the child and reads nobody's score.
  "behovskompass.getChart": { seats: TEAM, purpose: "uppfoljning" },
  "behovskompass.getChartFile": { seats: TEAM, purpose: "export" },
  "behovskompass.listRounds": { seats: ALL_SEATS, purpose: "uppfoljning" },
  "behovskompass.listStatements": { shows: [] },
  "behovskompass.openDraft": {
    seats: ALL_SEATS,
    purpose: "uppfoljning",
    refusedWhenClosed: "closed child_closed",
  },
  "behovskompass.openDraft, with the child": {
    seats: [...RESPONSIBLE, "samtalsledare"],
    purpose: "uppfoljning",
    refusesOtherSeats: "invalid rater",
    refusedWhenClosed: "closed child_closed",
  },
  "behovskompass.openDraft, for the team": {
    seats: TEAM,
    purpose: "uppfoljning",
    refusedWithoutConsent: "consent_missing",
    refusesOtherSeats: "invalid rater",
    refusedWhenClosed: "closed child_closed",
  },
  "behovskompass.getDraft": { seats: ALL_SEATS, purpose: "uppfoljning" },
  "behovskompass.getDraft, the joint form": { seats: TEAM, purpose: "uppfoljning" },
  "behovskompass.saveDraft": { seats: ALL_SEATS, purpose: "uppfoljning" },
  "behovskompass.showAnyway": { seats: TEAM, purpose: "uppfoljning" },
  "behovskompass.discardDraft": { seats: ALL_SEATS, purpose: "uppfoljning" },
  "behovskompass.submitDraft": { seats: ALL_SEATS, purpose: "uppfoljning" },
  "behovskompass.getAssessment": { seats: TEAM, purpose: "uppfoljning" },
  "behovskompass.correctAssessment": { seats: RESPONSIBLE, purpose: "uppfoljning" },

  // What is raised. Only the responsible sees to it and decides.
  "followUp.getConversation": { seats: TEAM, purpose: "uppfoljning" },
  "followUp.recordConversation": { seats: RESPONSIBLE, purpose: "uppfoljning" },
  "followUp.getSignal": { seats: TEAM, purpose: "uppfoljning" },
  "followUp.markSeen": { seats: RESPONSIBLE, purpose: "uppfoljning" },
  "followUp.placeOnAgenda": {
    refusedWhenClosed: "closed child_closed",
    seats: RESPONSIBLE,
    purpose: "uppfoljning",
    refusedWithoutConsent: "consent_missing",
  },
  "followUp.decideSignal": { seats: RESPONSIBLE, purpose: "uppfoljning" },

  // Teams. A meeting around one child is called and held by the responsible.
  "barnteam.listTeams": { shows: [...RESPONSIBLE, "individuellt"] },
  "barnteam.getTeam": { seats: [...RESPONSIBLE, "individuellt"] },
  "barnteam.createMeeting": {
    seats: RESPONSIBLE,
    refusedWithoutConsent: "consent_missing",
    refusedWhenClosed: "closed child_closed",
  },
  "barnteam.closeMeeting": { seats: RESPONSIBLE },
  "barnteam.formIndividualTeam": {
    refusedWhenClosed: "closed child_closed",
    seats: RESPONSIBLE,
    purpose: "teammote",
    mayChangeNothing: true,
    databaseTells: ["individuellt"],
  },

  // Consents.
  "consent.getConsents": { seats: TEAM, purpose: "samtycke" },
  // What a guardian has taken back at home: in the arranged world nobody has.
  "consent.listTakenBack": { shows: [] },
  "consent.recordConsent": { seats: RESPONSIBLE, purpose: "samtycke" },
  "consent.withdrawConsent": {
    seats: RESPONSIBLE,
    purpose: "samtycke",
    mayChangeNothing: ["none", "withdrawn"],
  },
  "consent.decideChildAsked": { seats: RESPONSIBLE, purpose: "samtycke" },
  "consent.recordAgreement": { seats: RESPONSIBLE, purpose: "samtycke" },

  // The plan.
  "barnetsPlan.getLifeLine": { seats: TEAM, purpose: "stod" },
  "barnetsPlan.recordSupport": { seats: RESPONSIBLE, purpose: "stod" },
  "barnetsPlan.changeSupport": { seats: RESPONSIBLE, purpose: "stod" },
  "barnetsPlan.recordLifeEvent": { seats: RESPONSIBLE, purpose: "stod" },
  "barnetsPlan.changeLifeEvent": { seats: RESPONSIBLE, purpose: "stod" },

  // Handing a child over: from the Barnkontakt of now, to one who takes it.
  "people.getHandOver": { seats: RESPONSIBLE, purpose: "overlamning" },
  "people.askHandOver": { seats: ["barnkontakt"], purpose: "overlamning" },
  "people.withdrawHandOver": { seats: RESPONSIBLE, purpose: "overlamning" },
  "people.listHandOvers": { shows: [] },
  "people.answerHandOver": { shows: [], elsewhere: "not_found" },
  "people.answerHandOver, asked of another": { shows: [], alwaysRefused: "not_found" },
  "barnteam.addTeamMember": {
    refusedWhenClosed: "closed child_closed",
    seats: RESPONSIBLE,
    purpose: "teammote",
    refusedWithoutConsent: "consent_missing skriftligt_individuellt",
  },
  "barnteam.endTeamMember": { seats: RESPONSIBLE, purpose: "teammote" },

  // What is shared with whom, and what a guardian is not told.
  "sharing.listShares": {
    seats: RESPONSIBLE,
    purpose: "delning",
    databaseTells: ["barnteam", "individuellt", "samtalsledare"],
  },
  "sharing.recordShare": {
    seats: RESPONSIBLE,
    purpose: "delning",
    refusedWhenClosed: "closed child_closed",
  },
  "sharing.recordPrintout": { seats: TEAM, purpose: "utskrift" },
  "sharing.tellShare": { seats: RESPONSIBLE, purpose: "delning" },
  "sharing.withholdShare": { seats: RESPONSIBLE, purpose: "delning" },
  "sharing.withhold": { seats: RESPONSIBLE, purpose: "delning" },
  "sharing.withheldReview": { seats: RESPONSIBLE, purpose: "delning", mayChangeNothing: true },

  // What the school register says of a child that is followed.
  "schoolRegister.listCandidates": { seats: RESPONSIBLE, purpose: "registrering" },
  "schoolRegister.answerCandidate": {
    seats: RESPONSIBLE,
    purpose: "registrering",
  },
  "schoolRegister.listNotices": { seats: RESPONSIBLE, purpose: "registrering" },
  "schoolRegister.seeNotices": { seats: RESPONSIBLE, purpose: "registrering", mayChangeNothing: true },

  // The family's own way in.
  "family.listChildren": { isOfFamily: true },
  "family.getOverview": { isOfFamily: true },
  "family.getConsents": { isOfFamily: true },
  "family.listShares": { isOfFamily: true },
  "family.listLooks": { isOfFamily: true },
  "family.withdrawConsent": { isOfFamily: true, mayChangeNothing: ["none", "withdrawn"] },
};
