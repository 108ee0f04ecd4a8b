/** Where things stand in a statistic's drawing, in px of its own, for a broad and a narrow place. */
export type StatisticsFrame = { width: number; nameWidth: number };

export const wideStatisticsFrame: StatisticsFrame = { width: 504, nameWidth: 180 };
export const narrowStatisticsFrame: StatisticsFrame = { width: 358, nameWidth: 104 };

/**
 * A hidden cell is hatched at one size whatever it holds, so that its size tells nothing.
 */
export const hatchSize = { bar: 56, step: 24 } as const;

/** About how broad a letter of the names is, in px. */
export const nameLetter = 7.4;

/** The room for names: as the frame has it, or as the longest word that cannot be broken needs. */
export function nameRoom({ nameWidth }: StatisticsFrame, names: readonly string[]): number {
  const longest = Math.max(0, ...names.flatMap((name) => name.split(" ").map((word) => word.length)));
  return Math.max(nameWidth, Math.ceil(longest * nameLetter) + 8);
}
