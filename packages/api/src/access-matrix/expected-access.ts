import type { PersonRole } from "@kompassen/domain/people";
import type { Purpose } from "../audit/index.ts";
import type { Seat } from "./relations.ts";

/**
 * Who may what. Each procedure of the api has its row here, written by hand and not read from the code; the matrix
 * asks every procedure as everybody and holds the answers against it. To all others there is nothing: no answer, no
 * row read, no row changed, and the same refusal as for a child that does not exist.
 */
export interface Rule {
  /** The seats at the child that may call. Absent: the call names no child. */
  readonly seats?: readonly Seat[];
  /** The roles that may call. Absent: the role decides nothing. */
  readonly roles?: readonly PersonRole[];
  /** In the answer of a list the child stands for these seats and for nobody else. */
  readonly shows?: readonly Seat[];
  /** For these roles the child may stand in the answer by its case number. */
  readonly mayShowTo?: readonly PersonRole[];
  /** Purposes that the log of the child is written with. */
  readonly purpose?: Purpose;
  /** What the domain may answer to somebody who may call. */
  readonly refusals?: readonly string[];
  /** What those are told who stand to the child otherwise and may make the call for other raters. */
  readonly refusesOtherSeats?: string;
  /** A call that is repeated changes nothing. */
  readonly mayChangeNothing?: true;
  /** Reads what is released and holds no child: there is no second lock to hold. */
  readonly isReleased?: true;
  /** Opens a child to whoever does not follow it, when it is not protected. */
  readonly opensToStrangers?: true;
}

const RESPONSIBLE: readonly Seat[] = ["barnkontakt", "stodsamordnare"];
const TEAM: readonly Seat[] = [...RESPONSIBLE, "barnteam", "individuellt"];
const ALL_SEATS: readonly Seat[] = [...TEAM, "samtalsledare"];
const READERS: readonly PersonRole[] = ["styrgrupp", "processledning", "statistikansvarig", "utvarderare"];
const FOLLOWERS: readonly PersonRole[] = ["barnkontakt", "stodsamordnare"];
const OFFICER: readonly PersonRole[] = ["statistikansvarig"];
const REVIEWERS: readonly PersonRole[] = ["loggranskare", "dataskyddsombud"];
const KEEPERS: readonly PersonRole[] = ["dataskyddsombud", "administrator"];

export const EXPECTED_ACCESS: Readonly<Record<string, Rule>> = {
  // The own work list, and who a child is.
  "people.listCaseload": { shows: RESPONSIBLE },
  "people.listClosed": { shows: [] },
  "people.listOptions": { shows: [] },
  "people.getChild": { seats: ALL_SEATS, purpose: "uppfoljning" },
  "people.getProtectedName": { seats: ALL_SEATS, purpose: "uppfoljning" },
  "people.registerChild": { roles: ["stodsamordnare"], shows: [], refusals: ["not_found"] },
  "people.changeChild": { seats: RESPONSIBLE, purpose: "registrering" },
  "people.appoint": { seats: RESPONSIBLE, purpose: "registrering" },
  "people.endTalks": { seats: RESPONSIBLE, purpose: "registrering" },
  "people.recordGuardian": { seats: RESPONSIBLE, purpose: "registrering" },
  "people.inviteGuardian": { seats: RESPONSIBLE, purpose: "registrering" },
  "people.planFollowUp": { seats: RESPONSIBLE, purpose: "uppfoljning" },
  "people.closeChild": { seats: RESPONSIBLE, purpose: "registrering" },
  "people.reopenChild": { seats: RESPONSIBLE, purpose: "registrering" },

  // Compasses. A samtalsledare fills in with the child and reads nobody's score.
  "behovskompass.getChart": { seats: TEAM, purpose: "uppfoljning" },
  "behovskompass.listRounds": { seats: ALL_SEATS, purpose: "uppfoljning" },
  "behovskompass.listStatements": { shows: [] },
  "behovskompass.openDraft": { seats: ALL_SEATS, purpose: "uppfoljning" },
  "behovskompass.openDraft, with the child": {
    seats: [...RESPONSIBLE, "samtalsledare"],
    purpose: "uppfoljning",
    refusesOtherSeats: "invalid",
  },
  "behovskompass.openDraft, for the team": {
    seats: TEAM,
    purpose: "uppfoljning",
    refusals: ["consent_missing"],
    refusesOtherSeats: "invalid",
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
    seats: RESPONSIBLE,
    purpose: "uppfoljning",
    refusals: ["consent_missing"],
  },
  "followUp.decideSignal": { seats: RESPONSIBLE, purpose: "uppfoljning" },

  // Teams. A meeting around one child is called and held by the responsible.
  "barnteam.listTeams": { shows: [...RESPONSIBLE, "individuellt"] },
  "barnteam.getTeam": { seats: [...RESPONSIBLE, "individuellt"] },
  "barnteam.createMeeting": { seats: RESPONSIBLE, refusals: ["consent_missing"] },
  "barnteam.closeMeeting": { seats: RESPONSIBLE },
  "barnteam.formIndividualTeam": { seats: RESPONSIBLE, purpose: "teammote", mayChangeNothing: true },

  // Consents.
  "consent.getConsents": { seats: TEAM, purpose: "samtycke" },
  "consent.recordConsent": { seats: RESPONSIBLE, purpose: "samtycke" },
  "consent.withdrawConsent": { seats: RESPONSIBLE, purpose: "samtycke", mayChangeNothing: true },
  "consent.decideChildAsked": { seats: RESPONSIBLE, purpose: "samtycke" },
  "consent.recordAgreement": { seats: RESPONSIBLE, purpose: "samtycke" },

  // Emergency access: opened by those who follow children, read for an hour, announced, reviewed.
  "emergencyAccess.open": { roles: FOLLOWERS, opensToStrangers: true },
  "emergencyAccess.end": { shows: [] },
  "emergencyAccess.listOwn": { shows: ["nodoppning"] },
  "emergencyAccess.getCard": { seats: ["nodoppning"], purpose: "nodoppning" },
  "emergencyAccess.listAnnounced": { shows: RESPONSIBLE },
  "emergencyAccess.listOfChild": { seats: RESPONSIBLE, purpose: "nodoppning" },
  "emergencyAccess.listToReview": { shows: [], mayShowTo: REVIEWERS },
  "emergencyAccess.review": { roles: REVIEWERS, shows: [], refusals: ["not_found"] },

  // The plan.
  "barnetsPlan.getLifeLine": { seats: TEAM, purpose: "stod" },
  "barnetsPlan.recordSupport": { seats: RESPONSIBLE, purpose: "stod" },
  "barnetsPlan.changeSupport": { seats: RESPONSIBLE, purpose: "stod" },
  "barnetsPlan.recordLifeEvent": { seats: RESPONSIBLE, purpose: "stod" },
  "barnetsPlan.changeLifeEvent": { seats: RESPONSIBLE, purpose: "stod" },

  // Files of the own caseload.
  "import.listUnitCodes": { shows: [] },
  "import.preview": { roles: FOLLOWERS, shows: [] },
  "import.commit": { roles: FOLLOWERS, shows: [] },

  // The log is reviewed by those who hold no child: of a child they are told its case number.
  "logReview.listItems": { roles: REVIEWERS, shows: [], mayShowTo: REVIEWERS },
  "logReview.getItem": { roles: REVIEWERS, shows: [], mayShowTo: REVIEWERS, refusals: ["not_found"] },
  "logReview.decideItem": { roles: REVIEWERS, shows: [], refusals: ["not_found"] },

  // Releases are made from all children by a job; the officer sees counts.
  "release.listDrafts": { roles: OFFICER, shows: [] },
  "release.getDraft": { roles: OFFICER, shows: [], refusals: ["not_found"] },
  "release.requestDraft": { roles: OFFICER, shows: [], refusals: ["conflict", "invalid"] },
  "release.approveDraft": { roles: OFFICER, shows: [], refusals: ["not_found", "closed"] },
  "release.withdrawDraft": { roles: OFFICER, shows: [], refusals: ["not_found", "closed"] },
  "statistics.listReleases": { roles: READERS, isReleased: true },
  "statistics.getLatest": { roles: READERS, isReleased: true, refusals: ["not_found"] },
  "statistics.getRelease": { roles: READERS, isReleased: true, refusals: ["not_found"] },
  "statistics.listSeries": { roles: READERS, isReleased: true, refusals: ["not_found"] },
  "statistics.compareReleases": { roles: READERS, isReleased: true, refusals: ["not_found"] },
  "export.getFile": { roles: READERS, isReleased: true, refusals: ["not_found"] },

  // Retention: case numbers of closed children, to those who decide what is purged.
  "retention.getOverview": { roles: KEEPERS, shows: [], mayShowTo: KEEPERS },
  "retention.proposePurge": { roles: KEEPERS, shows: [], refusals: ["closed"] },
  "retention.decidePurge": { roles: KEEPERS, shows: [], refusals: ["closed", "not_found"] },
  "retention.holdCase": {
    roles: ["dataskyddsombud"],
    shows: [],
    refusals: ["closed", "not_found", "invalid"],
  },
  "retention.liftHold": { roles: ["dataskyddsombud"], shows: [], refusals: ["closed", "not_found"] },
  "retention.setRule": { roles: ["dataskyddsombud"], shows: [], refusals: ["closed", "conflict", "invalid"] },
};

/** `behovskompass.openDraft, with the child` is one way of calling `behovskompass.openDraft`. */
export function procedureOf(row: string): string {
  return row.split(",")[0] ?? row;
}
