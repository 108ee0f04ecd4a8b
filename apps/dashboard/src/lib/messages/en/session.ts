import type { Messages } from "../sv/index.ts";

export const session: Messages["session"] = {
  title: "Log in",
  demoLead: "This is a demo. All persons are invented. Choose who you want to be.",
  demoBanner: "Demo: all persons, children and places are invented.",
  choose: "Log in",
  chooseAs: (name) => `Log in as ${name}`,
  missing: "Choose a person in the list.",
  notDemo:
    "There is nobody to sign in as yet: the server was started without the invented people, and no login service is connected. Whoever runs the server can start it without --empty to try it.",
  signedInAs: "Logged in as",
  signOut: "Log out",
  navigation: {
    caseload: "Children I follow",
    teams: "Teams",
    importFile: "Read a file",
    statistics: "Statistics",
    retention: "Retention",
  },
  roles: {
    upptackare: "Upptäckare (finder)",
    barnkontakt: "Barnkontakt (named person)",
    stodsamordnare: "Stödsamordnare (lead professional)",
    samtalsledare: "Conversation leader",
    teammedlem: "Barnteam member",
    samordnare: "Convenor",
    styrgrupp: "Steering group",
    processledning: "Process lead",
    utvarderare: "Evaluator",
    administrator: "Administrator",
    statistikansvarig: "Statistics officer",
    loggranskare: "Log reviewer",
    dataskyddsombud: "Data protection officer",
  },
  refusals: {
    not_signed_in: "You have been logged out. Log in again and go on where you were.",
    not_found: "The page is not here, or you have no access to it.",
    invalid: "Something needs to be put right before it can be saved.",
    conflict: "Somebody else has saved meanwhile. Nothing is lost: choose what is to stand.",
    consent_missing: "A written consent that covers this is missing. Nothing has been passed on.",
    uninfluenced: "Shown when the follow-up has been handed in.",
    closed: "This can no longer be changed.",
    step_up_needed: "Confirm that it is you, and then try again.",
    too_many_requests: "There were many attempts in a short time. Wait a minute and try again.",
    database_unavailable:
      "The database does not answer right now. What you wrote is still here. Try again in a while.",
  },
};
