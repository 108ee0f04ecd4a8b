import type { BarnteamAgeGroup } from "../people/index.ts";
import type { LocalDate } from "../shared/index.ts";
import { BESLUT_OUTCOMES, type ProcessStepKind, UPPTACKARKORT_VAGAR } from "../stodprocess/index.ts";
import type { StepMetricKey } from "./step-metrics.ts";

/** Something that happened to a child in the process, with the unit and age group the child had then. */
export interface StepEvent {
  readonly childId: string;
  readonly kind: ProcessStepKind;
  /** Way of an Upptäckarkort, outcome of a Beslut. */
  readonly detail: string | null;
  /** Code of the unit; NO_UNIT for a child with protected identity. */
  readonly unit: string;
  readonly ageGroup: BarnteamAgeGroup;
  /** Decides the period: a late registration counts when it was registered. */
  readonly registeredOn: LocalDate;
  readonly occurredOn: LocalDate;
}

/** Steps of this kind, and with this detail where one is named. */
export interface StepSelection {
  readonly kind: ProcessStepKind;
  readonly detail: string | null;
}

/** The steps that are counted, each by its own key. */
export const COUNTED_STEPS = [
  "upptackarkort",
  "barnsamtal",
  "uppfoljning",
  "signal_raised",
  "barnkontakt_svar",
  "behovskompass",
  "beslut",
  "barnteam",
  "uppfoljningssamtal",
  "individuellt_barnteam",
  "barnets_plan",
  "uppfoljning_forsenad",
  "signal_decided",
  "behov_uppfyllt",
] as const satisfies readonly (ProcessStepKind & StepMetricKey)[];

export type CountedStep = (typeof COUNTED_STEPS)[number];

/**
 * Steps that are told apart by their detail: the väg of the first card, the outcome of the first Beslut. The parts
 * add up to the whole, so they are protected together with it.
 */
export const STEP_DETAILS: Readonly<Partial<Record<CountedStep, readonly string[]>>> = {
  upptackarkort: UPPTACKARKORT_VAGAR,
  beslut: BESLUT_OUTCOMES,
};

export function isSelected({ kind, detail }: StepSelection, event: StepEvent): boolean {
  return event.kind === kind && (detail === null || event.detail === detail);
}
