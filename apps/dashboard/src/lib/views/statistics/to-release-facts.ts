import type { LocalDate } from "@kompassen/domain/shared";
import type { ReleaseHead } from "@kompassen/domain/statistics";

/** What stands at the head of every table. */
export interface ReleaseFactsView {
  readonly id: string;
  readonly releasedOn: LocalDate;
  readonly ruleSet: string;
  /** Whether the table counts, or tells shares and means. */
  readonly isCount: boolean;
  /** The fewest children that are told of. */
  readonly least: number;
  readonly hiddenCount: number;
  readonly cellCount: number;
}

export function toReleaseFacts(
  { id, releasedOn, ruleSet, parameters }: ReleaseHead,
  isCount: boolean,
  { hiddenCount, cellCount }: { readonly hiddenCount: number; readonly cellCount: number },
): ReleaseFactsView {
  const least = isCount ? numberIn(parameters, "k") : numberIn(parameters, "share_minimum");
  return { id, releasedOn, ruleSet, isCount, least, hiddenCount, cellCount };
}

/** @throws RangeError when a release does not say by which number it was protected */
function numberIn(parameters: ReleaseHead["parameters"], name: string): number {
  const value = parameters[name];
  if (typeof value !== "number") throw new RangeError(`the release has no parameter ${name}`);
  return value;
}
