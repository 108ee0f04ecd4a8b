import type { Release } from "../src/index.ts";
import type { TrueScores } from "./means-attack.ts";
import type { PublicView } from "./public-view.ts";

/** Releases made badly on purpose: an attack that does not break its control proves nothing. */

/** A1's control: small counts are hidden, nothing else. */
export function primaryOnly(
  releases: readonly Release[],
  view: PublicView,
  values: readonly number[],
  k: number,
): Release[] {
  let index = 0;
  return releases.map((release) => ({
    name: release.name,
    cells: release.cells.map(({ codes }) => {
      const atoms = view.cells[index]?.atoms ?? [];
      index += 1;
      const value = atoms.reduce((sum, atom) => sum + (values[atom] ?? 0), 0);
      const isSmall = value > 0 && value < k;
      return { codes, cell: isSmall ? { status: "protected" } : { status: "published", value } };
    }),
  }));
}

/**
 * A4's control: "since start" tables. Each quarter publishes the running total of every unit and age group
 * unless it is below k. Returns how many small additions a reader gets by subtracting, of how many there are.
 */
export function cumulativeTables(
  series: readonly (readonly number[])[],
  k: number,
): { readonly small: number; readonly exact: number } {
  let small = 0;
  let exact = 0;
  for (const additions of series) {
    let total = 0;
    for (const [i, addition] of additions.entries()) {
      const before = total;
      total += addition;
      if (addition === 0 || addition >= k) continue;
      small += 1;
      const isShown = total >= k;
      const wasShown = i === 0 || before >= k || before === 0;
      if (isShown && wasShown) exact += 1;
    }
  }
  return { small, exact };
}

/** A5's and A6's control: the mean of every group of at least ten children, whatever it gives away. */
export function meansOfTen(release: Release, view: PublicView, scores: TrueScores): Release {
  return {
    name: release.name,
    cells: release.cells.map(({ codes }, i) => {
      const atoms = view.cells[i]?.atoms ?? [];
      const [n, sum] = [scores.n, scores.sums].map((values) =>
        atoms.reduce((total, atom) => total + (values[atom] ?? 0), 0),
      );
      if (n === undefined || sum === undefined || n < 10) return { codes, cell: { status: "protected" } };
      return { codes, cell: { status: "published", value: Math.round((10 * sum) / n) / 10 } };
    }),
  };
}
