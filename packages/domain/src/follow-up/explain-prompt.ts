import { type Area, areaName, raterPhrase } from "../behovskompass/index.ts";
import { dateText, type Language, plainNumberText } from "../shared/index.ts";
import type { Prompt } from "./derive-prompts.ts";

/** A prompt as a sentence or two, with its numbers and dates. */
export function explainPrompt(prompt: Prompt, language: Language): string {
  return language === "sv" ? inSwedish(prompt) : inEnglish(prompt);
}

function inSwedish(prompt: Prompt): string {
  switch (prompt.kind) {
    case "first_low_rating": {
      const talk = `Prata vidare om ${areaName(prompt.area, "sv")}: barnets första skattning är ${plainNumberText(prompt.score, "sv")}.`;
      return prompt.considerAnmalan ? `${talk} Överväg om en anmälan behövs. Vänta inte på ett möte.` : talk;
    }
    case "newly_silent":
      return `${areaName(prompt.area, "sv")}: barnet svarade ${plainNumberText(prompt.before, "sv")} förra gången (${dateText(prompt.beforeOn, "sv")}) och svarar inte nu.`;
    case "divergence":
      return `${areaName(prompt.area, "sv")}, skillnad mellan skattningar: ${scores(prompt, "sv")}. Det är kunskap att prata om, inget fel.`;
    case "low_areas_moved":
      return `Formen har ändrats i ${raterPhrase(prompt.rater, "sv")}: inte längre lågt i ${names(prompt.noLongerLow, "sv")}, nu lågt i ${names(prompt.newlyLow, "sv")}.`;
  }
}

function inEnglish(prompt: Prompt): string {
  switch (prompt.kind) {
    case "first_low_rating": {
      const talk = `Talk more about ${areaName(prompt.area, "en")}: the child's first rating is ${plainNumberText(prompt.score, "en")}.`;
      return prompt.considerAnmalan
        ? `${talk} Consider whether a report (anmälan) is needed. Do not wait for a meeting.`
        : talk;
    }
    case "newly_silent":
      return `${areaName(prompt.area, "en")}: the child answered ${plainNumberText(prompt.before, "en")} last time (${dateText(prompt.beforeOn, "en")}) and does not answer now.`;
    case "divergence":
      return `${areaName(prompt.area, "en")}, difference between ratings: ${scores(prompt, "en")}. It is knowledge to talk about, not an error.`;
    case "low_areas_moved":
      return `The shape has changed in ${raterPhrase(prompt.rater, "en")}: no longer low in ${names(prompt.noLongerLow, "en")}, now low in ${names(prompt.newlyLow, "en")}.`;
  }
}

function scores({ ratings }: Extract<Prompt, { kind: "divergence" }>, language: Language): string {
  return ratings
    .map(
      ({ rater, score, assessedOn }) =>
        `${raterPhrase(rater, language)} ${plainNumberText(score, language)} (${dateText(assessedOn, language)})`,
    )
    .join(", ");
}

function names(areas: readonly Area[], language: Language): string {
  return areas.map((area) => areaName(area, language)).join(", ");
}
