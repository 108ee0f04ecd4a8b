/** Where things stand in a statistic's drawing, in px of its own, for a broad and a narrow place. */
export type StatisticsFrame = { width: number; nameWidth: number };

export const wideStatisticsFrame: StatisticsFrame = { width: 544, nameWidth: 150 };
export const narrowStatisticsFrame: StatisticsFrame = { width: 358, nameWidth: 104 };

/**
 * A hidden cell is hatched at one size whatever it holds, so that its size tells nothing.
 */
export const hatchSize = { bar: 56, step: 24 } as const;
