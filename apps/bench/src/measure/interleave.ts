/** One of the sides that are measured against each other; `run` gives what one round measured. */
export interface Side<Sample> {
  readonly name: string;
  run(): Promise<Sample>;
}

/** What each side measured, round by round: the same index is the same round. */
export type Rounds<Sample> = ReadonlyMap<string, readonly Sample[]>;

/**
 * A B, B A, A B …: machines drift, so that only what was measured within one round is compared. The first round
 * warms both up and is dropped.
 */
export async function interleave<Sample>(
  sides: readonly Side<Sample>[],
  rounds: number,
): Promise<Rounds<Sample>> {
  const samples = new Map<string, Sample[]>(sides.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    const turn = round % sides.length;
    const order = [...sides.slice(turn), ...sides.slice(0, turn)];
    for (const side of order) {
      const sample = await side.run();
      if (round > 0) samples.get(side.name)?.push(sample);
    }
  }
  return samples;
}

/** The ratio of two sides in each round. */
export function ratiosOf<Sample>(
  rounds: Rounds<Sample>,
  [over, under]: readonly [string, string],
  value: (sample: Sample) => number,
): number[] {
  const [above, below] = [rounds.get(over) ?? [], rounds.get(under) ?? []];
  return above.flatMap((sample, round) => {
    const other = below[round];
    return other === undefined ? [] : [value(sample) / value(other)];
  });
}

export function valuesOf<Sample>(
  rounds: Rounds<Sample>,
  name: string,
  value: (sample: Sample) => number,
): number[] {
  return (rounds.get(name) ?? []).map(value);
}
