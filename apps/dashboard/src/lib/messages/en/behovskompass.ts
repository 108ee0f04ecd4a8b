import type { Messages } from "../sv/index.ts";

export const behovskompass: Messages["behovskompass"] = {
  raters: {
    barn: "the child",
    barnteam: "the Barnteam",
    guardian: (name) => `guardian ${name}`.trim(),
    ratingBy: (rater) => `the rating by ${rater}`,
    profession: "the service",
    professions: {
      mvc: "maternity care",
      bvc: "child health care",
      forskola: "the preschool",
      grundskola: "the school",
      elevhalsa: "the pupil health team",
      socialtjanst: "social services",
      forsta_linjen: "first-line mental health care",
      bup: "child psychiatry",
      polis: "the police",
      annan: "another service",
    },
  },
  unanswered: { blank: "no answer", dont_know: "doesn't know", declined: "doesn't want to answer now" },
  firstRating: "First rating",
  compassTitle: "The compass",
  compassCaption: (rater, day, before) =>
    before === null
      ? `How ${rater} describes everyday life on ${day}.`
      : `How ${rater} describes everyday life on ${day}, with the picture from ${before} in grey behind.`,
  readingTitle: "Area by area",
  readingCaption: (rater, day, before) =>
    before === null
      ? `Rated by ${rater} on ${day}. There is no earlier one to compare with.`
      : `From ${before} to ${day}, as ${rater} sees it.`,
  onCommon: (count, before, now) => `on ${count} common statements: ${before} → ${now}`,
  multiplesTitle: "Over time",
  multiplesCaption: (raters) =>
    raters === 1
      ? "Every rating from the first until today. A break in the line is an area without an answer."
      : "Every rating from the first until today, one line for each rater. A break in the line is an area without an answer.",
  bothAnchors: (family, staff) => `${family} (in the services' form: ${staff})`,
  glyphLabel: (rater, day, before) =>
    before === null
      ? `Rating by ${rater} ${day}`
      : `Rating by ${rater} ${day}, in grey behind the one from ${before}`,
};
