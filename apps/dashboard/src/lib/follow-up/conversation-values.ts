import type { Conversation } from "@kompassen/api/follow-up";
import { AREAS, type Area } from "@kompassen/domain/behovskompass";

const QUESTION_FIELDS = ["whatHasChanged", "howItFeels", "pictureComment", "whatNext"] as const;

/** Names of the controls for one area. */
export const concernName = (area: Area): string => `concern-${area}`;
export const targetName = (area: Area): string => `target-${area}`;
export const workOnName = (area: Area): string => `workOn-${area}`;

export const CONVERSATION_FIELDS: readonly string[] = [
  "heldOn",
  ...QUESTION_FIELDS,
  "pictureMatches",
  ...AREAS.flatMap((area) => [concernName(area), targetName(area), workOnName(area)]),
  "nextFollowUpOn",
];

/** The conversation as its form holds it: one text a control, empty for what is not answered. */
export type ConversationValues = Readonly<Record<string, string>>;

/** 1 to 5 with half steps, as the api takes them. */
export const TARGETS = ["1", "1.5", "2", "2.5", "3", "3.5", "4", "4.5", "5"] as const;

export function toValues(conversation: Conversation, nextFollowUpOn: string): ConversationValues {
  const { thoughts, heldOn, pictureMatches } = conversation;
  const ofAreas = AREAS.flatMap((area): [string, string][] => {
    const thought = thoughts.find((one) => one.area === area);
    return [
      [concernName(area), yesNo(thought?.concern ?? null)],
      [targetName(area), thought?.target ? String(Number(thought.target)) : ""],
      [workOnName(area), thought?.workOn ? "ja" : ""],
    ];
  });
  return {
    heldOn,
    ...Object.fromEntries(QUESTION_FIELDS.map((field) => [field, conversation[field]])),
    pictureMatches: yesNo(pictureMatches),
    ...Object.fromEntries(ofAreas),
    nextFollowUpOn,
  };
}

export function readValues(form: FormData): ConversationValues {
  return Object.fromEntries(
    CONVERSATION_FIELDS.map((name) => {
      const value = form.get(name);
      return [name, typeof value === "string" ? value.replaceAll("\r\n", "\n") : ""];
    }),
  );
}

/** What the api is sent. An area that says nothing is sent too: an answer may have been taken back. */
export function toConversationInput(values: ConversationValues) {
  const text = (name: string) => values[name] ?? "";
  return {
    heldOn: text("heldOn"),
    whatHasChanged: text("whatHasChanged"),
    howItFeels: text("howItFeels"),
    pictureMatches: parseYesNo(text("pictureMatches")),
    pictureComment: text("pictureComment"),
    whatNext: text("whatNext"),
    thoughts: AREAS.map((area) => ({
      area,
      concern: parseYesNo(text(concernName(area))),
      target: text(targetName(area)) === "" ? null : text(targetName(area)),
      workOn: text(workOnName(area)) === "ja",
    })),
    nextFollowUpOn: text("nextFollowUpOn") === "" ? null : text("nextFollowUpOn"),
  };
}

function yesNo(answer: boolean | null): string {
  if (answer === null) return "";
  return answer ? "ja" : "nej";
}

function parseYesNo(value: string): boolean | null {
  if (value === "") return null;
  return value === "ja";
}
