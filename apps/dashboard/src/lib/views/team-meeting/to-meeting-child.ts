import type { TeamChild } from "@kompassen/api/barnteam";
import type { Chart } from "@kompassen/api/behovskompass";
import type { SignalView } from "@kompassen/api/follow-up";
import { areaName } from "@kompassen/domain/behovskompass";
import {
  DEFAULT_RULES,
  explainComparison,
  type Series,
  summarizeChild,
  summaryText,
} from "@kompassen/domain/follow-up";
import type { Language } from "@kompassen/domain/shared";
import { chooseCompasses } from "#lib/behovskompass/choose-compasses.ts";
import type { DrawingWords } from "#lib/behovskompass/drawing-words.ts";
import { readAreas } from "#lib/behovskompass/read-areas.ts";
import { capitalize } from "#lib/behovskompass/say-whose.ts";
import { stateOf } from "#lib/behovskompass/state-of.ts";
import { toCompassInput } from "#lib/behovskompass/to-compass-input.ts";
import type { CompassInput } from "#lib/charts/compass-input.ts";
import type { State } from "#lib/charts/types.ts";
import type { Messages } from "#lib/messages/sv/index.ts";
import { decisionText, signalsAt } from "#lib/views/team/to-team-page.ts";

/** One raised area as it is read aloud: what it is about, what has happened, the numbers. */
export type MeetingTopic = {
  readonly signalId: string;
  readonly area: string;
  /** What the raters' comparisons say, each said once, with the numbers of those who say it. */
  readonly findings: readonly { readonly state: State; readonly numbers: readonly string[] }[];
  readonly decision: string | null;
};

export type MeetingChild = {
  readonly summary: string | null;
  readonly topics: readonly MeetingTopic[];
  readonly compass: CompassInput | null;
};

type OpenChart = Extract<Chart, { kind: "open" }>;

/**
 * What the team looks at together about one child. Nobody is named but the child: guardians and colleagues stand
 * by their part, since the screen is seen by the whole room.
 */
export function toMeetingChild(
  child: TeamChild,
  chart: OpenChart,
  { meetingId, messages, language }: { meetingId: string; messages: Messages; language: Language },
): MeetingChild {
  const drawing: DrawingWords = { language, guardians: [], words: messages.behovskompass };
  const choice = chooseCompasses(chart.series, { rater: null, current: null, previous: null });
  const summary = summarizeChild(chart.series);
  return {
    summary: summary === null ? null : summaryText(summary, language),
    topics: signalsAt(child, meetingId).map((signal) => ({
      signalId: signal.id,
      area: areaName(signal.area, language),
      findings: findingsOf(chart.series, signal, language),
      decision:
        signal.life.state === "decided" ? decisionText(signal.life.decision, messages.barnteam.team) : null,
    })),
    compass:
      choice === null
        ? null
        : toCompassInput(
            choice,
            readAreas(chart.series, choice, { rules: DEFAULT_RULES, equivalences: chart.equivalences }),
            drawing,
          ),
  };
}

/** Several raters often say the same: the words once, the numbers of each under them. */
function findingsOf(
  series: readonly Series[],
  { area, compassId, raised }: SignalView,
  language: Language,
): MeetingTopic["findings"] {
  const place = `${areaName(area, language)}, `;
  const said = series
    .filter((one) => one.area === area && raised.some(({ rater }) => rater === one.rater))
    .flatMap((one) =>
      one.comparisons
        .filter(({ current }) => current.compassId === compassId)
        .map((comparison) => {
          const { meaning, numbers } = explainComparison(one, comparison, { rules: DEFAULT_RULES, language });
          return {
            state: { ...stateOf(comparison, language), text: meaning },
            numbers: capitalize(numbers.startsWith(place) ? numbers.slice(place.length) : numbers),
          };
        }),
    );
  return [...Map.groupBy(said, ({ state }) => state.text).values()].flatMap((same) => {
    const [first] = same;
    return first === undefined ? [] : [{ state: first.state, numbers: same.map(({ numbers }) => numbers) }];
  });
}
