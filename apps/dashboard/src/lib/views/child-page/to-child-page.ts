import type { Chart } from "@kompassen/api/behovskompass";
import type { ChildCard } from "@kompassen/api/people";
import { PLACEHOLDER_NOTICE, type RaterKey } from "@kompassen/domain/behovskompass";
import {
  DEFAULT_RULES,
  derivePrompts,
  explainPrompt,
  type Series,
  summarizeChild,
  summaryText,
} from "@kompassen/domain/follow-up";
import { dateText, type LocalDate } from "@kompassen/domain/shared";
import {
  type CompassChoice,
  type CompassQuery,
  chooseCompasses,
  compassSearch,
} from "#lib/behovskompass/choose-compasses.ts";
import { raterName, toRater } from "#lib/behovskompass/rater-name.ts";
import { readAreas } from "#lib/behovskompass/read-areas.ts";
import { sayWhose } from "#lib/behovskompass/say-whose.ts";
import { toCompassInput } from "#lib/behovskompass/to-compass-input.ts";
import { toMultiplesInput } from "#lib/behovskompass/to-multiples-input.ts";
import { toReadingInput } from "#lib/behovskompass/to-reading-input.ts";
import type { CompassInput } from "#lib/charts/compass-input.ts";
import type { MultiplesInput } from "#lib/charts/multiples-input.ts";
import type { ReadingInput } from "#lib/charts/reading-input.ts";
import type { Rater } from "#lib/charts/types.ts";
import { consentStepOf } from "#lib/consent/consent-step-of.ts";
import { responsibleRole } from "#lib/people/current-relations.ts";
import { childPaths, type PageWords } from "./page-words.ts";
import { type ChangeGroup, toChangeGroups } from "./to-change-groups.ts";
import { toSurroundings } from "./to-life-line.ts";
import { type RoundView, toRounds } from "./to-rounds.ts";
import { type SignalRow, toSignalRows } from "./to-signal-rows.ts";

export type OpenChart = Extract<Chart, { kind: "open" }>;

export type RaterLink = {
  readonly rater: Rater;
  readonly href: string;
  readonly isCurrent: boolean;
  /** "Barnets skattning: åt rätt håll i 3 områden"; null until rated twice. */
  readonly summary: string | null;
};

type DayOption = { readonly value: string; readonly label: string; readonly date: LocalDate };

/** One child's page with everything in words; the charts are still to be drawn. */
export type ChildPage = {
  readonly choice: {
    readonly rater: RaterKey;
    readonly raterName: string;
    readonly raters: readonly RaterLink[];
    readonly days: readonly DayOption[];
    readonly currentId: string;
    readonly currentDay: string;
    readonly previousId: string | null;
    readonly previousDay: string | null;
    readonly isChosen: boolean;
    /** The day of the latest round, when this rater is not in it. */
    readonly missedLatestOn: string | null;
    readonly search: string;
  };
  readonly summary: string | null;
  readonly groups: readonly ChangeGroup[];
  readonly prompts: readonly string[];
  readonly isDoubted: boolean;
  readonly compass: CompassInput;
  readonly reading: ReadingInput;
  readonly multiples: MultiplesInput;
  readonly signals: readonly SignalRow[];
  readonly rounds: readonly RoundView[];
  /** Said where the texts of the forms are placeholders. */
  readonly placeholder: string | null;
};

/** @returns null when nobody has rated the child yet */
export function toChildPage(
  chart: OpenChart,
  child: ChildCard,
  query: CompassQuery,
  today: LocalDate,
  words: PageWords,
): ChildPage | null {
  const choice = chooseCompasses(chart.series, query);
  if (choice === null) return null;
  const { language, page } = words;
  const rules = { rules: DEFAULT_RULES, equivalences: chart.equivalences };
  const readings = readAreas(chart.series, choice, rules);
  const isDoubted = chart.rounds.some(
    (round) => round.compassId === choice.current.compassId && round.pictureMatches === false,
  );
  const summary = summarizeRater(chart.series, choice.rater);
  const isLatest = summary?.compassId === choice.current.compassId;
  const role = responsibleRole(child, today);
  const signals = toSignalRows(
    chart.signals,
    {
      today,
      rounds: chart.rounds,
      responsible: role,
      isCovered: child.coveredSteps.includes(consentStepOf(role)),
    },
    words,
  );
  return {
    choice: describeChoice(choice, chart, words),
    summary:
      summary !== null && isLatest && !choice.isChosen
        ? sayWhose(summaryText(summary, language), choice.rater, words)
        : null,
    groups: toChangeGroups(choice, readings, { ...chart, signals }, words),
    prompts: choice.isChosen
      ? []
      : derivePrompts(chart.series, choice.current.compassId, DEFAULT_RULES).map((prompt) =>
          choice.raters.reduce(
            (sentence, rater) => sayWhose(sentence, rater, words),
            explainPrompt(prompt, language),
          ),
        ),
    isDoubted,
    compass: toCompassInput(choice, readings, words),
    reading: toReadingInput(choice, readings, words, isDoubted ? page.doubt.short : null),
    multiples: toMultiplesInput(chart.series, toSurroundings(chart, language), today, words),
    signals,
    rounds: toRounds(chart.rounds, chart.comments, words),
    placeholder: chart.instrumentStatuses.includes("placeholder") ? PLACEHOLDER_NOTICE[language] : null,
  };
}

/** The summary of one rater alone: whose it is, is said in it. */
function summarizeRater(series: readonly Series[], rater: RaterKey) {
  return summarizeChild(series.filter((one) => one.rater === rater));
}

function describeChoice(
  choice: CompassChoice,
  { series, rounds }: Pick<OpenChart, "series" | "rounds">,
  words: PageWords,
): ChildPage["choice"] {
  const latest = rounds.at(-1);
  const isMissing = latest?.assessments.every((one) => one.rater !== choice.rater) === true;
  const { language, guardians } = words;
  const path = childPaths(words.childId);
  const { rater, current, previous, isChosen } = choice;
  return {
    rater,
    raterName: raterName(rater, guardians, words.words.raters),
    raters: choice.raters.map((key) => {
      const summary = summarizeRater(series, key);
      return {
        rater: toRater(key, guardians, words.words.raters),
        href: path.compass + compassSearch({ rater: key, current: current.compassId }),
        isCurrent: key === rater,
        summary: summary === null ? null : sayWhose(summaryText(summary, language), key, words),
      };
    }),
    days: choice.compasses.toReversed().map(({ compassId, assessedOn }) => ({
      value: compassId,
      date: assessedOn,
      label: dateText(assessedOn, language),
    })),
    currentId: current.compassId,
    currentDay: dateText(current.assessedOn, language),
    previousId: isChosen && previous !== null ? previous.compassId : null,
    previousDay: previous === null ? null : dateText(previous.assessedOn, language),
    isChosen,
    missedLatestOn:
      latest !== undefined && isMissing && choice.isLatest ? dateText(latest.openedOn, language) : null,
    search: compassSearch({
      rater,
      current: current.compassId,
      ...(isChosen && previous !== null ? { previous: previous.compassId } : {}),
    }),
  };
}
