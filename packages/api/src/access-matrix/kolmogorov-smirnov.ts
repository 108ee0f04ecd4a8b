/** Largest distance between the two empirical distributions, 0 (alike) to 1 (apart). */
export function kolmogorovSmirnov(first: readonly number[], second: readonly number[]): number {
  const [a, b] = [first, second].map((sample) => sample.toSorted((x, y) => x - y));
  if (a === undefined || b === undefined || a.length === 0 || b.length === 0)
    throw new RangeError("empty sample");
  let [i, j, largest] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const next = Math.min(a[i] ?? Infinity, b[j] ?? Infinity);
    while ((a[i] ?? Infinity) <= next) i += 1;
    while ((b[j] ?? Infinity) <= next) j += 1;
    largest = Math.max(largest, Math.abs(i / a.length - j / b.length));
  }
  return largest;
}

export function median(sample: readonly number[]): number {
  const sorted = sample.toSorted((x, y) => x - y);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new RangeError("empty sample");
  return middle;
}
