import type { PersonRole } from "@kompassen/domain/people";
import { RESPONSIBLE, type Rules } from "./rule.ts";

const READERS: readonly PersonRole[] = ["styrgrupp", "processledning", "statistikansvarig", "utvarderare"];
const FOLLOWERS: readonly PersonRole[] = ["barnkontakt", "stodsamordnare"];
const OFFICER: readonly PersonRole[] = ["statistikansvarig"];
const REVIEWERS: readonly PersonRole[] = ["loggranskare", "dataskyddsombud"];
const KEEPERS: readonly PersonRole[] = ["dataskyddsombud", "administrator"];

const ADMINISTRATOR: readonly PersonRole[] = ["administrator"];

/** What a role decides, and what anybody who works here may ask. None of it opens a child. */
export const EXPECTED_OF_ROLES: Rules = {
  // Emergency access: opened by those who follow children, read for an hour, announced, reviewed.
  "emergencyAccess.open": { roles: FOLLOWERS, opensToStrangers: true, mayChangeNothing: true },
  "emergencyAccess.end": { shows: [], elsewhere: null },
  "emergencyAccess.end, of another": { shows: [], changesNothing: true },
  "emergencyAccess.listOwn": { shows: ["nodoppning"] },
  "emergencyAccess.getCard": { seats: ["nodoppning"], purpose: "nodoppning" },
  "emergencyAccess.listAnnounced": { shows: RESPONSIBLE },
  "emergencyAccess.listOfChild": { seats: RESPONSIBLE, purpose: "nodoppning" },
  "emergencyAccess.listToReview": { shows: [], mayShowTo: REVIEWERS },
  "emergencyAccess.review": { roles: REVIEWERS, shows: [], elsewhere: "not_found" },
  "emergencyAccess.review, one's own": { roles: REVIEWERS, shows: [], alwaysRefused: "not_found" },

  // Files of the own caseload.
  "import.listUnitCodes": { shows: [] },
  "import.preview": { roles: FOLLOWERS, shows: [], changesNothing: true },
  "import.commit": { roles: FOLLOWERS, shows: [] },

  // The log is reviewed by those who hold no child: of a child they are told its case number.
  "logReview.listItems": { roles: REVIEWERS, shows: [], mayShowTo: REVIEWERS },
  "logReview.getItem": { roles: REVIEWERS, shows: [], mayShowTo: REVIEWERS, elsewhere: "not_found" },
  "logReview.decideItem": { roles: REVIEWERS, shows: [], elsewhere: "not_found" },
  "logReview.decideItem, one's own": {
    roles: REVIEWERS,
    shows: [],
    elsewhere: "not_found",
    alwaysRefused: "closed same_person",
  },

  // Releases are made from all children by a job; the officer sees counts.
  "release.listDrafts": { roles: OFFICER, shows: [] },
  "release.getDraft": { roles: OFFICER, shows: [], elsewhere: "not_found" },
  "release.requestDraft": { roles: OFFICER, shows: [] },
  "release.approveDraft": { roles: OFFICER, shows: [], elsewhere: "closed release_not_open" },
  "release.approveDraft, one's own": {
    roles: OFFICER,
    shows: [],
    elsewhere: "closed release_not_open",
    alwaysRefused: "closed same_person",
  },
  "release.withdrawDraft": { roles: OFFICER, shows: [], elsewhere: "closed release_not_open" },
  "statistics.listReleases": { roles: READERS, isReleased: true },
  "statistics.getLatest": { roles: READERS, isReleased: true },
  "statistics.getRelease": { roles: READERS, isReleased: true, elsewhere: "not_found" },
  "statistics.listSeries": { roles: READERS, isReleased: true },
  "statistics.compareReleases": { roles: READERS, isReleased: true, elsewhere: "not_found" },
  "export.getFile": { roles: READERS, isReleased: true, elsewhere: "not_found" },

  // Retention: case numbers of closed children, to those who decide what is purged.
  "retention.getOverview": { roles: KEEPERS, shows: [], mayShowTo: KEEPERS },
  "retention.proposePurge": { roles: KEEPERS, shows: [] },
  "retention.decidePurge": { roles: KEEPERS, shows: [], elsewhere: "closed purge_not_open" },
  "retention.decidePurge, one's own": {
    roles: KEEPERS,
    shows: [],
    elsewhere: "closed purge_not_open",
    alwaysRefused: "closed same_person",
  },
  "retention.holdCase": {
    roles: ["dataskyddsombud"],
    shows: [],
    elsewhere: "invalid caseNumber",
  },
  "retention.liftHold": { roles: ["dataskyddsombud"], shows: [], elsewhere: "closed hold_lifted" },
  "retention.setRule": { roles: ["dataskyddsombud"], shows: [] },

  // Administration: places, staff and teams, never a child. Whom somebody has left behind is told as a number.
  "administration.getOverview": { roles: ADMINISTRATOR, shows: [] },
  "administration.getOrganisation": { roles: ADMINISTRATOR, shows: [] },
  "administration.recordOmrade": { roles: ADMINISTRATOR, shows: [] },
  "administration.recordUnit": { roles: ADMINISTRATOR, shows: [] },
  "administration.searchPersons": { roles: ADMINISTRATOR, shows: [] },
  "administration.getPerson": { roles: ADMINISTRATOR, shows: [], elsewhere: "not_found" },
  "administration.recordPerson": { roles: ADMINISTRATOR, shows: [] },
  "administration.setDisabled": { roles: ADMINISTRATOR, shows: [], elsewhere: "not_found" },
  "administration.grantRole": { roles: ADMINISTRATOR, shows: [], elsewhere: "not_found" },
  "administration.endRole": { roles: ADMINISTRATOR, shows: [], elsewhere: "not_found" },
  "administration.listTeams": { roles: ADMINISTRATOR, shows: [] },
  "administration.getTeam": { roles: ADMINISTRATOR, shows: [], elsewhere: "not_found" },
  "administration.recordTeam": { roles: ADMINISTRATOR, shows: [] },
  "administration.seatMember": { roles: ADMINISTRATOR, shows: [], elsewhere: "not_found" },
  "administration.unseatMember": { roles: ADMINISTRATOR, shows: [], elsewhere: "not_found" },
  "administration.listInstruments": { roles: ADMINISTRATOR, shows: [] },
  "administration.listLeftBehind": { roles: ADMINISTRATOR, shows: [] },
  "administration.appointSuccessor": {
    roles: ADMINISTRATOR,
    shows: [],
    elsewhere: "closed no_successor",
  },
  "administration.listLog": { roles: ADMINISTRATOR, shows: [] },
  "schoolRegister.getStatus": { roles: ADMINISTRATOR, shows: [] },
  "schoolRegister.listDuties": { roles: ADMINISTRATOR, shows: [] },
  // By name or personal number, which the law lets a case worker look up; nobody with protected identity is found.
  "schoolRegister.findPupil": { shows: [] },
  "schoolRegister.mayFindPupil": { shows: [] },
};
