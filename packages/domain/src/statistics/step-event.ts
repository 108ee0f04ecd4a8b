import type { BarnteamAgeGroup } from "../people/index.ts";
import type { LocalDate } from "../shared/index.ts";
import type { ProcessStepKind } from "../stodprocess/index.ts";
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

/** The steps a metric counts: of this kind, and with this detail where one is named. */
export interface StepSelection {
  readonly kind: ProcessStepKind;
  readonly detail: string | null;
}

/** What each count of children selects. */
export const STEP_SELECTIONS: Readonly<Record<StepMetricKey, StepSelection>> = {
  upptackarkort: { kind: "upptackarkort", detail: null },
  barnsamtal: { kind: "barnsamtal", detail: null },
  uppfoljning: { kind: "uppfoljning", detail: null },
  signal_raised: { kind: "signal_raised", detail: null },
  upptackarkort_anmalan_socialtjanst: { kind: "upptackarkort", detail: "anmalan_socialtjanst" },
  upptackarkort_stod_egen_verksamhet: { kind: "upptackarkort", detail: "stod_egen_verksamhet" },
  upptackarkort_aktivera_barnkontakt: { kind: "upptackarkort", detail: "aktivera_barnkontakt" },
  barnkontakt_svar: { kind: "barnkontakt_svar", detail: null },
  behovskompass: { kind: "behovskompass", detail: null },
  beslut: { kind: "beslut", detail: null },
  beslut_stod_egen_verksamhet: { kind: "beslut", detail: "stod_egen_verksamhet" },
  beslut_barnteam: { kind: "beslut", detail: "barnteam" },
  beslut_individuellt_barnteam: { kind: "beslut", detail: "individuellt_barnteam" },
  barnteam: { kind: "barnteam", detail: null },
  uppfoljningssamtal: { kind: "uppfoljningssamtal", detail: null },
  individuellt_barnteam: { kind: "individuellt_barnteam", detail: null },
  barnets_plan: { kind: "barnets_plan", detail: null },
  uppfoljning_forsenad: { kind: "uppfoljning_forsenad", detail: null },
  signal_decided: { kind: "signal_decided", detail: null },
  behov_uppfyllt: { kind: "behov_uppfyllt", detail: null },
};

export function isSelected({ kind, detail }: StepSelection, event: StepEvent): boolean {
  return event.kind === kind && (detail === null || event.detail === detail);
}
