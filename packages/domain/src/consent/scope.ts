import type { Area } from "../behovskompass/index.ts";

/** What a consent lets go from one unit to another: these areas and no others. */
export type ScopeLine = {
  readonly fromUnitId: string;
  readonly toUnitId: string;
  readonly areas: readonly Area[];
};

/** What is to be shared, and with which unit; `fromUnitId` null is from whoever follows the child. */
export type Share = {
  readonly fromUnitId: string | null;
  readonly toUnitId: string | null;
  readonly areas: readonly Area[];
};

/**
 * Whether the lines let these areas reach the unit. No lines is the whole team of the step. To be named as sender opens
 * nothing: what a unit that tells is to see of others is a line of its own.
 */
export function reaches(scope: readonly ScopeLine[], { fromUnitId, toUnitId, areas }: Share): boolean {
  if (scope.length === 0) return true;
  const open = new Set(
    scope
      .filter((line) => line.toUnitId === toUnitId)
      .filter((line) => fromUnitId === null || line.fromUnitId === fromUnitId)
      .flatMap((line) => line.areas),
  );
  return areas.every((area) => open.has(area));
}
