import { areaName, isArea } from "@kompassen/domain/behovskompass";
import { dateText, isLocalDate, type Language } from "@kompassen/domain/shared";
import type { Messages } from "#lib/messages/sv/index.ts";
import type { ConflictField } from "#lib/shared/ConflictPanel.svelte";
import { CONVERSATION_FIELDS, type ConversationValues } from "./conversation-values.ts";

type Words = Messages["followUp"]["conversation"];

/** Every field of the conversation with what this person wrote beside what somebody else has saved. */
export function toConversationConflicts(
  mine: ConversationValues,
  saved: ConversationValues,
  { words, language }: { words: Words; language: Language },
): ConflictField[] {
  return CONVERSATION_FIELDS.map((name) => {
    const side = (values: ConversationValues) => {
      const value = values[name] ?? "";
      return { value, text: valueText(name, value, { words, language }) };
    };
    return { name, label: labelOf(name, { words, language }), mine: side(mine), saved: side(saved) };
  });
}

function labelOf(name: string, { words, language }: { words: Words; language: Language }): string {
  const [kind, area] = name.split("-");
  if (area !== undefined && isArea(area)) {
    const place = areaName(area, language);
    if (kind === "concern") return words.thoughts.ofArea(place);
    return kind === "target" ? words.thoughts.targetOf(place) : words.thoughts.workOnArea(place);
  }
  switch (name) {
    case "heldOn":
    case "whatHasChanged":
    case "howItFeels":
    case "pictureMatches":
    case "pictureComment":
    case "whatNext":
      return words.questions[name];
    default:
      return words.next.label;
  }
}

function valueText(
  name: string,
  value: string,
  { words, language }: { words: Words; language: Language },
): string {
  if (isLocalDate(value)) return dateText(value, language);
  const answers = name === "pictureMatches" ? words.questions.matches : words.thoughts.concern;
  if (value === "ja" || value === "nej") return answers[value];
  if (name.startsWith("concern-") || name === "pictureMatches") return answers[""];
  if (name.startsWith("workOn-")) return words.thoughts.concern.nej;
  return name.startsWith("target-") ? targetText(value, { words, language }) : value;
}

/** "3,5", or that there is none. */
export function targetText(value: string, { words, language }: { words: Words; language: Language }): string {
  if (value === "") return words.thoughts.noTarget;
  return language === "sv" ? value.replace(".", ",") : value;
}
