import type { schoolRegister as swedish } from "../sv/school-register.ts";

export const schoolRegister: typeof swedish = {
  title: "From the school register",
  candidatesLead: "The school register says that these adults are responsible for the child. Is that right?",
  candidate: (name: string, relation: string) => `${name}, ${relation}`,
  protected: "An adult with protected identity",
  gone: "The register no longer says that this person is responsible for the child.",
  right: "Right",
  rightFor: (name: string) => `Right: ${name}`,
  wrong: "Wrong",
  wrongFor: (name: string) => `Wrong: ${name}`,
  same: (name: string) => `Is the same as ${name}`,
  sameFor: (name: string, other: string) => `${name} is the same as ${other}`,
  notices: {
    moved: (from: string, to: string, date: string) =>
      `The child has moved from ${from} to ${to}, from ${date}.`,
    movedHidden: (date: string) => `The child has changed unit, from ${date}.`,
    marking_raised: (date: string) =>
      `The register protects the child's identity since ${date}. It holds at once.`,
    marking_lifted: (date: string) =>
      `The register no longer protects the child's identity since ${date}. Here it holds until you change it.`,
    left_register: (date: string) => `The child is no longer in the school register since ${date}.`,
  },
  seen: "I have read this",
  lookUp: {
    title: "Fetch from the school register",
    lead: "Search among the pupils of your unit, by name or personal number. The search is logged.",
    label: "Name or personal number",
    find: "Search",
    none: "No pupil of your unit was found. Write the whole family name. You can also fill in yourself.",
    tooMany: "More than ten have that name. Write the first name too.",
    choose: "Choose",
    chooseFor: (name: string) => `Choose ${name}`,
    born: (date: string) => `born ${date}`,
    chosen: (name: string) =>
      `The facts about ${name} come from the school register. Read them before you register.`,
  },
};
