import * as z from "zod";

/**
 * The rules' numbers. They are part of a release and the same for all releases of a series, since a later,
 * laxer release would open what an earlier one closed.
 */
export const parametersSchema = z.strictObject({
  /** P1: a count from 1 to k - 1 is small. */
  k: z.int().min(2).default(5),
  /** P1: whether a cell that holds nobody is shown as 0. */
  zeros: z.enum(["shown", "protected"]).default("shown"),
  /** P3: a count of at least this share of a known population is protected. */
  population_share: z.number().gt(0).max(1).default(0.8),
  /** P7: how many codes of the dimension may pool what they know of themselves; null when nobody does. */
  insiders: z
    .strictObject({ dimension: z.string(), count: z.int().min(0).max(2) })
    .nullable()
    .optional(),
  /** Lowest and highest score a child can have, in a table of means. */
  scale: z
    .strictObject({ low: z.number(), high: z.number() })
    .refine((scale) => scale.high > scale.low, "high above low")
    .default({ low: 1, high: 5 }),
  /** P2: a mean of fewer children is protected, and no group smaller than this may be computed. */
  mean_minimum: z.int().min(3).default(10),
  /** How far apart, in points of the scale, the possible means of such a group must stay. */
  mean_uncertainty: z.number().positive().default(2),
});

export type ParametersInput = z.infer<typeof parametersSchema>;

export interface Parameters extends Omit<ParametersInput, "insiders"> {
  readonly insiders: { readonly dimension: string; readonly count: number } | null;
}

/** P7 holds unless it is turned off: the staff of one unit, where the table has units. */
export function withDefaultInsiders(input: ParametersInput, dimensions: readonly string[]): Parameters {
  const { insiders, ...rest } = input;
  if (insiders !== undefined) return { ...rest, insiders };
  return { ...rest, insiders: dimensions.includes("unit") ? { dimension: "unit", count: 1 } : null };
}
