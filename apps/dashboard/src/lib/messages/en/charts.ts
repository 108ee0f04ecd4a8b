import type { charts as sv } from "../sv/charts.ts";

const monthFormat = new Intl.DateTimeFormat("en-GB", { month: "short", year: "numeric", timeZone: "UTC" });

export const charts: typeof sv = {
  noScore: "–",
  scale: (lowest, highest) => `1 = ${lowest}, 5 = ${highest}`,
  outOfFive: (score) => `${score} of 5`,
  raterNow: (rater, day) => `Now: ${rater}, ${day}`,
  before: (day) => `Last time: ${day}`,
  lastTime: (score) => `last time ${score}`,
  comparedWith: (day) => `compared with ${day}`,
  month: (year, month) => monthFormat.format(Date.UTC(year, month - 1, 1)).replace(".", ""),
  area: "Area",
  rater: "Rater",
  day: "Day",
  rating: "Rating",
  comparison: "Comparison",
  notes: "To bear in mind",
  beforeWithoutDay: "Last time",
  support: "Support",
  event: "Event",
  hidden: "Not shown, to protect individual children",
  asTable: "Show as a table",
  save: "Save as",
  saveAfterStepUp: "Confirm that it is you, and you can save",
  pngFailed: "The picture could not be saved. Try again, or save as SVG.",
  cursorHint: "Step with the arrow keys",
};
