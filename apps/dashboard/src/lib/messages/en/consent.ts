import type { Messages } from "../sv/index.ts";

export const consent: Messages["consent"] = {
  title: "Consent",
  lead: "Three steps, and each guardian answers alone. The child is asked by age and maturity. A consent can be withdrawn at any time.",
  saved: "The answer is saved.",
  steps: {
    muntligt: {
      title: "1. Oral, before the Barnkontakt is contacted",
      opens: "Opens: what has been noticed may be shared with the Barnkontakt.",
    },
    skriftligt_barnteam: {
      title: "2. Written, before the Barnteam",
      opens:
        "Opens: the child can be put on the Barnteam's agenda, and the team sees the child's compass before the meeting.",
    },
    skriftligt_individuellt: {
      title: "3. Updated in writing, before the Individuellt barnteam",
      opens: "Opens: an Individuellt barnteam can be formed, and its members see the child's compass.",
    },
  },
  covered: "Holds",
  notCovered: "Does not cover",
  missing: (parties) => `Missing: ${parties}.`,
  closes: "Closed: nothing can be put on the agenda, and what is raised stays with whoever is responsible.",
  child: "The child",
  party: "Party",
  answer: "Answer",
  states: {
    not_asked: "not asked",
    asked: "asked",
    given: "yes",
    declined: "no",
    withdrawn: "withdrawn",
    expired: "has expired",
  },
  since: (date) => `since ${date}`,
  until: (date) => `until ${date}`,
  paperAt: (place) => `The paper: ${place}`,
  record: "Record an answer",
  recordFor: (party, step) => `Record an answer: ${party}, ${step}`,
  form: {
    title: "Record an answer to consent",
    lead: "Nothing is overwritten. The latest answer of each is the one that holds.",
    step: "Step",
    who: "Who answers",
    chooseWho: "Choose who",
    state: "The answer",
    states: {
      given: "Yes, consents",
      declined: "No, does not consent",
      withdrawn: "Withdraws an earlier yes",
    },
    decidedOn: "Which day",
    validTo: "Holds until",
    validToHint: "Leave it empty if it holds until it is withdrawn.",
    paper: "Where the paper is",
    paperHint: "Needed for a written yes. For example binder and room, or a reference number.",
    save: "Save the answer",
    faults: {
      step: "Choose which step it is about.",
      guardianId: "Choose who answers.",
      state: "Choose an answer.",
      decidedOn: { not_in_the_future: "The day lies ahead.", other: "Write which day the answer was given." },
      validTo: "Write the last day as a date.",
      paperLocation: "Write where the paper is. A written yes must be possible to find.",
    },
  },
};
