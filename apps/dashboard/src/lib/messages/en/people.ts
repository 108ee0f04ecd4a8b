import type { Messages } from "../sv/index.ts";

export const people: Messages["people"] = {
  caseload: {
    title: "Children I follow",
    register: "Register a child",
    sections: {
      needs_assessment: {
        title: "Needs your judgement",
        lead: "This has happened since last time. Open the child, read and take a stand.",
      },
      follow_up: { title: "Follow-up", lead: "It is time, it is soon time, or a date is missing." },
      nothing_now: {
        title: "Nothing to do right now",
        lead: "Everything is planned here. No need to look today.",
      },
    },
    count: (count) => (count === 1 ? "1 child" : `${count} children`),
    legend: "The small picture is the child's compass: last time in grey, the latest in colour.",
    noneNeedsYou: "No child needs your judgement right now. Good.",
    noFollowUp: "No follow-up is late or near.",
    emptyTitle: "You follow no children right now",
    empty: "When you become Barnkontakt or Stödsamordnare of a child it is shown here.",
    handedOver:
      "Handed over. The child is now followed by the person you chose, and is no longer in your list.",
    followAs: { barnkontakt: "you are Barnkontakt", stodsamordnare: "you are Stödsamordnare" },
    protected: "Protected identity",
    moreReasons: (count) => (count === 1 ? "And 1 more reason" : `And ${count} more reasons`),
    noCompass: "No rating yet",
    glyphWithheld: "The picture is shown when the form is handed in",
    next: "Next follow-up",
    noDate: "no date",
    actions: {
      continue: "Go on with the form",
      read: "Read and judge",
      followUp: "New follow-up",
      setDate: "Set a date",
      open: "Open",
    },
    actionFor: (action, name) => `${action} – ${name}`,
  },
  reasons: {
    prolonged_stagnation: (areas) => `${areas}: no clear change several times in a row, and thoughts remain.`,
    decline: (areas) => `${areas}: back since last time.`,
    late: (areas) => `${areas}: the meeting has been held, but nothing is decided.`,
    stagnation: (areas) => `${areas}: no clear change, and thoughts remain.`,
    concern_remains: (areas) => `${areas}: the right way, but thoughts remain.`,
    concern_to_answer: (areas) => `${areas}: are there still thoughts about the child's wellbeing?`,
    divergence: (areas) => `${areas}: the ratings differ.`,
    childLowest: (areas) => `${areas}: the ratings differ, and the child's is the lowest.`,
    overdue: (date) => `The follow-up should have been done on ${date}.`,
    soon: (date, days) =>
      days === 0
        ? "The follow-up is today."
        : days === 1
          ? `The follow-up is tomorrow, ${date}.`
          : `The follow-up is in ${days} days, ${date}.`,
    missing_date: "There is no date for the next follow-up.",
    draft_open: "You have started on a form.",
    listAnd: "and",
  },
  relations: {
    stodsamordnare: "Stödsamordnare (lead)",
    barnkontakt: "Barnkontakt (contact)",
    samtalsledare: "Conversation leader",
  },
  header: {
    next: (date, status) => (status === "" ? `Next follow-up ${date}` : `Next follow-up ${date} (${status})`),
    noDate: "No date for the next follow-up",
    consent: {
      none: "No written consent to a team",
      barnteam: "Written consent to a Barnteam is given",
      individual: "Written consent to an Individuellt barnteam is given",
      both: "Written consent to Barnteam and Individuellt barnteam is given",
    },
    closed: "Closed",
  },
  age: (years) => (years === 0 ? "under 1 year" : years === 1 ? "1 year" : `${years} years`),
};
