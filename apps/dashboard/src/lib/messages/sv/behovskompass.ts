export const behovskompass = {
  raters: {
    barn: "barnet",
    barnteam: "barnteamet",
    guardian: (name: string) => `vårdnadshavare ${name}`.trim(),
    ratingBy: (rater: string) => `skattning av ${rater}`,
    profession: "verksamheten",
    professions: {
      mvc: "barnmorskemottagningen",
      bvc: "barnavårdscentralen",
      forskola: "förskolan",
      grundskola: "grundskolan",
      elevhalsa: "elevhälsan",
      socialtjanst: "socialtjänsten",
      forsta_linjen: "första linjen",
      bup: "barn- och ungdomspsykiatrin",
      polis: "polisen",
      annan: "annan verksamhet",
    },
  },
  unanswered: { blank: "inget svar", dont_know: "vet inte", declined: "vill inte svara nu" },
  firstRating: "Första skattningen",
  compassTitle: "Behovskompass",
  compassCaption: (rater: string, day: string, before: string | null) =>
    before === null
      ? `Så beskriver ${rater} vardagen den ${day}.`
      : `Så beskriver ${rater} vardagen den ${day}, med bilden från den ${before} i grått bakom.`,
  readingTitle: "Område för område",
  readingCaption: (rater: string, day: string, before: string | null) =>
    before === null
      ? `Skattning av ${rater} den ${day}. Det finns ingen tidigare att jämföra med.`
      : `Från den ${before} till den ${day}, som ${rater} ser det.`,
  onCommon: (count: number, before: string, now: string) =>
    `på ${count} gemensamma påståenden: ${before} → ${now}`,
  multiplesTitle: "Över tid",
  multiplesCaption: (raters: number): string =>
    raters === 1
      ? "Alla skattningar från den första till i dag. Ett uppehåll i linjen är ett område utan svar."
      : "Alla skattningar från den första till i dag, en linje för var och en. Ett uppehåll i linjen är ett område utan svar.",
  bothAnchors: (family: string, staff: string) => `${family} (i verksamheternas formulär: ${staff})`,
  glyphLabel: (rater: string, day: string, before: string | null) =>
    before === null
      ? `Skattning av ${rater} ${day}`
      : `Skattning av ${rater} ${day}, i grått bakom den från ${before}`,
};
