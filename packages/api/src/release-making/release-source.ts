import type { EquivalenceIndex } from "@kompassen/domain/follow-up";
import type { BarnteamAgeGroup } from "@kompassen/domain/people";
import type { CountedChild, ReleasePlace, StepEvent } from "@kompassen/domain/statistics";

/** How many at a unit and quarter, of what belongs to no child. */
export interface UnitCount {
  readonly metric: string;
  readonly unit: string;
  readonly quarter: string;
  readonly count: number;
}

/** Children at a unit in all, publicly known; quarter is null where it holds for every quarter without its own. */
export interface UnitPopulation {
  readonly unit: string;
  readonly ageGroup: BarnteamAgeGroup;
  readonly quarter: string | null;
  readonly children: number;
}

/** Everything a release is made of, as the database was at one moment. */
export interface ReleaseSource {
  readonly kommun: { readonly code: string; readonly name: string };
  readonly places: readonly ReleasePlace[];
  /** Codes of the units where children are placed. */
  readonly childUnits: ReadonlySet<string>;
  readonly events: readonly StepEvent[];
  readonly children: readonly CountedChild[];
  readonly equivalences: EquivalenceIndex;
  readonly unitCounts: readonly UnitCount[];
  readonly populations: readonly UnitPopulation[];
}
