import type { Round } from "@kompassen/api/behovskompass";
import type { SignalView } from "@kompassen/api/follow-up";
import { type Area, areaName, raterPhrase } from "@kompassen/domain/behovskompass";
import { isOpen, placementText, type ResponsibleRole, signalText } from "@kompassen/domain/follow-up";
import { dateText, type LocalDate } from "@kompassen/domain/shared";
import { capitalize, sayWhose } from "#lib/behovskompass/say-whose.ts";
import { childPaths, type PageWords } from "./page-words.ts";

export type SignalRow = {
  readonly id: string;
  readonly area: Area;
  readonly compassId: string;
  readonly href: string;
  readonly areaName: string;
  /** "Barnets skattning: ingen tydlig förändring, tankar kvarstår", one a rater. */
  readonly because: readonly string[];
  /** The round that raised it. */
  readonly since: string;
  readonly state: string;
  readonly isOpen: boolean;
  /** A meeting that should have taken it up has passed. */
  readonly isLate: boolean;
  /** What was decided, or what is missing for it to go to a meeting. */
  readonly note: string | null;
};

type Circumstances = {
  readonly today: LocalDate;
  readonly rounds: readonly Round[];
  readonly responsible: ResponsibleRole;
  readonly isCovered: boolean;
};

/** What is raised and where it is in its life: what is still open first, then what was decided. */
export function toSignalRows(
  signals: readonly SignalView[],
  circumstances: Circumstances,
  words: PageWords,
): SignalRow[] {
  const rows = signals
    .filter(({ life }) => life.state !== "superseded")
    .map((signal) => toRow(signal, circumstances, words));
  return [...rows.filter((row) => row.isOpen), ...rows.filter((row) => !row.isOpen)];
}

function toRow(signal: SignalView, circumstances: Circumstances, words: PageWords): SignalRow {
  const { language, page, childId } = words;
  const { life, area, raised, compassId } = signal;
  const round = circumstances.rounds.find((one) => one.compassId === compassId);
  const isLate = life.state === "on_agenda" && life.meeting.heldOn < circumstances.today;
  return {
    id: signal.id,
    area,
    compassId,
    href: childPaths(childId).signal(signal.id),
    areaName: areaName(area, language),
    because: raised.map(
      ({ rater, signals: kinds }) =>
        `${capitalize(sayWhose(raterPhrase(rater, language), rater, words))}: ${kinds.map((kind) => signalText(kind, language)).join(". ")}`,
    ),
    since: round === undefined ? "" : dateText(round.openedOn, language),
    state: stateText(signal, isLate, { language, page }),
    isOpen: isOpen(life),
    isLate,
    note: noteText(signal, circumstances, { language, page }),
  };
}

function stateText(
  { life }: SignalView,
  isLate: boolean,
  { language, page }: Pick<PageWords, "language" | "page">,
): string {
  const words = page.signals;
  switch (life.state) {
    case "new":
    case "seen":
    case "superseded":
      return words.states[life.state];
    case "on_agenda": {
      const on = dateText(life.meeting.heldOn, language);
      return isLate ? words.late(on) : words.onAgenda(on);
    }
    case "decided":
      return life.decision.kind === "action" ? words.states.decided : words.states.noAction;
  }
}

function noteText(
  { life }: SignalView,
  { isCovered, responsible }: Circumstances,
  { language, page }: Pick<PageWords, "language" | "page">,
): string | null {
  switch (life.state) {
    case "new":
    case "seen":
      return isCovered
        ? page.signals.canBeTakenUp
        : placementText(
            { kind: "stays_with_responsible", to: responsible, missing: "written_consent" },
            language,
          );
    case "decided":
      return life.decision.kind === "action" ? life.decision.action : life.decision.reason;
    case "on_agenda":
    case "superseded":
      return null;
  }
}
