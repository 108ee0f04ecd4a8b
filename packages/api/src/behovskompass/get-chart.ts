import type { AgeForm, Area, InstrumentStatus, RaterKey } from "@kompassen/domain/behovskompass";
import {
  compareChild,
  DEFAULT_RULES,
  type EquivalenceIndex,
  isComparable,
  type Series,
} from "@kompassen/domain/follow-up";
import type { LocalDate, LocalText } from "@kompassen/domain/shared";
import type { AuthorizedChild } from "../access/index.ts";
import { type LifeLine, loadLifeLine } from "../barnets-plan/index.ts";
import type { ActorContext } from "../context/index.ts";
import { listSignals, type SignalView } from "../follow-up/index.ts";
import { loadHistory, type StoredAssessment } from "../history/index.ts";

export interface Round {
  readonly compassId: string;
  readonly kind: "first" | "follow_up";
  readonly openedOn: LocalDate;
  readonly assessments: readonly RoundAssessment[];
  /** The child's answer to whether the picture matches; a "no" is shown beside every label of the round. */
  readonly pictureMatches: boolean | null;
  readonly hasConversation: boolean;
}

export interface RoundAssessment {
  readonly id: string;
  readonly rater: RaterKey;
  readonly assessedOn: LocalDate;
  readonly registeredOn: LocalDate;
  readonly ageForm: AgeForm | null;
  readonly instrumentVersion: string;
  readonly uninfluenced: boolean | null;
  readonly revision: number;
}

export interface CommentView {
  readonly compassId: string;
  readonly rater: RaterKey;
  readonly area: Area;
  readonly text: string;
}

/** All that the child's page compares. While a form is open uninfluenced it holds no score: `withheld`. */
export type Chart =
  | ({
      readonly kind: "withheld";
      readonly draftIds: readonly string[];
    } & LifeLine)
  | ({
      readonly kind: "open";
      readonly ruleSet: string;
      readonly series: readonly Series[];
      readonly rounds: readonly Round[];
      readonly signals: readonly SignalView[];
      readonly comments: readonly CommentView[];
      /** Text status of the newest form of each kind: placeholder texts are marked in every view. */
      readonly instrumentStatuses: readonly InstrumentStatus[];
      /** For comparing two rounds that somebody chooses. */
      readonly equivalences: EquivalenceIndex;
      /** The words of the statements that fell far, which are shown by themselves. */
      readonly statementTexts: ReadonlyMap<string, LocalText>;
    } & LifeLine);

interface RoundRow {
  readonly compassId: string;
  readonly kind: "first" | "follow_up";
  readonly openedOn: LocalDate;
  readonly pictureMatches: boolean | null;
  readonly hasConversation: boolean;
}

/** One child's compasses over time, every follow-up compared, with signals, supports and events. */
export async function getChart(ctx: ActorContext, { childId }: AuthorizedChild): Promise<Chart> {
  const { tx, signedIn } = ctx;
  const { sql } = tx;
  const [blind, lifeLine, history, rounds, signals, comments, statuses] = await Promise.all([
    sql<{ id: string }[]>`
      select id from draft where kommun_code = kompass.kommun() and child_id = ${childId}
         and author_id = ${signedIn.personId} and shown_anyway_at is null`,
    loadLifeLine(tx, childId),
    loadHistory(tx, childId),
    sql<RoundRow[]>`
      select c.id as "compassId", c.kind, c.opened_on::text as "openedOn", s.picture_matches as "pictureMatches",
             s.compass_id is not null as "hasConversation"
        from compass c
        left join conversation s on s.kommun_code = c.kommun_code and s.child_id = c.child_id and s.compass_id = c.id
       where c.kommun_code = kompass.kommun() and c.child_id = ${childId}`,
    listSignals(ctx, [childId]),
    sql<CommentView[]>`
      select a.compass_id as "compassId", a.rater, k.area, k.text
        from assessment_comment k
        join assessment a on a.kommun_code = k.kommun_code and a.child_id = k.child_id and a.id = k.assessment_id
       where k.kommun_code = kompass.kommun() and k.child_id = ${childId} and a.is_current`,
    sql<{ status: InstrumentStatus }[]>`
      select distinct on (instrument) text_status as status from instrument_version
       where kommun_code = kompass.kommun() order by instrument, number desc`,
  ]);
  if (blind.length > 0) return { kind: "withheld", draftIds: blind.map(({ id }) => id), ...lifeLine };
  const series = compareChild(history, DEFAULT_RULES, history.equivalences);
  return {
    kind: "open",
    ruleSet: `${DEFAULT_RULES.id}-${DEFAULT_RULES.version}`,
    series,
    rounds: toRounds(rounds, history.assessments),
    signals,
    comments,
    ...lifeLine,
    instrumentStatuses: statuses.map(({ status }) => status),
    equivalences: history.equivalences,
    statementTexts: await listDroppedTexts(ctx, series),
  };
}

/** Asked for only when a statement has fallen far, which is seldom. */
async function listDroppedTexts(
  { tx }: ActorContext,
  series: readonly Series[],
): Promise<Map<string, LocalText>> {
  const keys = series.flatMap(({ comparisons }) =>
    comparisons
      .filter(isComparable)
      .flatMap(({ droppedStatements }) => droppedStatements.map(({ currentKey }) => currentKey)),
  );
  if (keys.length === 0) return new Map();
  const rows = await tx.sql<{ key: string; sv: string; en: string }[]>`
    select distinct on (key) key, text as sv, coalesce(text_en, text) as en from instrument_statement
     where kommun_code = kompass.kommun() and key = any(${keys}) and text is not null
     order by key, version_number desc`;
  return new Map(rows.map(({ key, sv, en }) => [key, { sv, en }]));
}

/** Rounds with something in them, in order of their first assessment. */
function toRounds(rows: readonly RoundRow[], assessments: readonly StoredAssessment[]): Round[] {
  const byRound = Map.groupBy(assessments, ({ compassId }) => compassId);
  return rows
    .flatMap((row) => {
      const ofRound = byRound.get(row.compassId);
      return ofRound === undefined ? [] : [{ ...row, assessments: ofRound.map(toRoundAssessment) }];
    })
    .toSorted((a, b) => (firstDay(a) < firstDay(b) ? -1 : 1));
}

function firstDay(round: Round): LocalDate {
  return round.assessments.reduce(
    (first, { assessedOn }) => (assessedOn < first ? assessedOn : first),
    round.openedOn,
  );
}

function toRoundAssessment(assessment: StoredAssessment): RoundAssessment {
  const { id, rater, assessedOn, registeredOn, ageForm, instrumentVersion, uninfluenced, revision } =
    assessment;
  return { id, rater, assessedOn, registeredOn, ageForm, instrumentVersion, uninfluenced, revision };
}
