import type { Chart, RoundAssessment } from "@kompassen/api/behovskompass";
import type { Conversation } from "@kompassen/api/follow-up";
import type { ChildCard } from "@kompassen/api/people";
import { areaName, scaleAnchors } from "@kompassen/domain/behovskompass";
import {
  DEFAULT_RULES,
  derivePrompts,
  explainPrompt,
  suggestFollowUpDate,
  summarizeChild,
  summaryText,
} from "@kompassen/domain/follow-up";
import { dateText, type Language, type LocalDate } from "@kompassen/domain/shared";
import type { DrawingWords } from "#lib/behovskompass/drawing-words.ts";
import { raterName } from "#lib/behovskompass/rater-name.ts";
import { sayWhose } from "#lib/behovskompass/say-whose.ts";
import { toValues } from "#lib/follow-up/conversation-values.ts";
import type { Messages } from "#lib/messages/sv/index.ts";
import { toRoundAreas } from "./to-round-areas.ts";

type OpenChart = Extract<Chart, { kind: "open" }>;

type Sources = {
  readonly child: ChildCard;
  readonly chart: OpenChart;
  readonly conversation: Conversation;
  readonly compassId: string;
  readonly today: LocalDate;
};

/** What the page after a follow-up shows: the comparison of one round, and the conversation about it. */
export function toConversationPage(sources: Sources, messages: Messages, language: Language) {
  const { child, chart, conversation, compassId, today } = sources;
  const round = chart.rounds.find((one) => one.compassId === compassId);
  if (round === undefined) return null;
  const drawing: DrawingWords = { language, guardians: child.guardians, words: messages.behovskompass };
  const areas = toRoundAreas(chart.series, compassId, { statementTexts: chart.statementTexts, drawing });
  const raters = [...new Set(chart.series.map(({ rater }) => rater))];
  const summary = summarizeChild(chart.series);
  return {
    openedOn: dateText(round.openedOn, language),
    isFirst: areas.every(({ lines }) => lines.every(({ state }) => state === null)),
    areas,
    summary:
      summary === null || summary.compassId !== compassId
        ? null
        : sayWhose(summaryText(summary, language), summary.rater, drawing),
    scales: scalesOf(round.assessments, messages, language),
    prompts: derivePrompts(chart.series, compassId, DEFAULT_RULES).map((prompt) =>
      raters.reduce((sentence, rater) => sayWhose(sentence, rater, drawing), explainPrompt(prompt, language)),
    ),
    assessments: round.assessments.map((one) => ({
      id: one.id,
      rater: raterName(one.rater, child.guardians, messages.behovskompass.raters),
      day: dateText(one.assessedOn, language),
      uninfluenced: one.uninfluenced,
      revision: one.revision,
    })),
    signals: chart.signals
      .filter((signal) => signal.compassId === compassId && signal.life.state !== "superseded")
      .map(({ id, area, life }) => ({ id, area: areaName(area, language), state: life.state })),
    conversation: {
      isHeld: conversation.version > 0,
      version: conversation.version,
      authorName: conversation.authorName,
      heldOn: dateText(conversation.heldOn as LocalDate, language),
      isDoubted: conversation.pictureMatches === false,
      values: toValues(conversation, nextDate(child, conversation, today)),
    },
  };
}

export type ConversationPage = NonNullable<ReturnType<typeof toConversationPage>>;

/** Before the conversation a date twelve weeks on; after it what was then agreed. */
function nextDate(child: ChildCard, { version }: Conversation, today: LocalDate): string {
  return version === 0 ? suggestFollowUpDate(today, DEFAULT_RULES) : (child.nextFollowUpOn ?? "");
}

/** The words at both ends of the scale, once for each kind of form in the round. */
function scalesOf(
  assessments: readonly RoundAssessment[],
  { draft, charts }: Messages,
  language: Language,
): string[] {
  const instruments = new Set(
    assessments.map(({ rater }) =>
      rater === "barn" || rater.startsWith("vardnadshavare") ? "samtalsunderlag" : "skattningsformular",
    ),
  );
  return (["samtalsunderlag", "skattningsformular"] as const)
    .filter((instrument) => instruments.has(instrument))
    .map((instrument) => {
      const { lowest, highest } = scaleAnchors(instrument);
      return `${draft.forms[instrument]}: ${charts.scale(lowest[language], highest[language])}`;
    });
}
