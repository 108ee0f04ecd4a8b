import type { Lattice } from "../lattice.ts";
import { unknownPopulation } from "../population.ts";
import { type EarlierRelease, joinSeries } from "../series.ts";
import { stillPossible } from "../suppress-table.ts";
import type { Verification } from "../verify-releases.ts";
import { listRemainders } from "./groups.ts";
import { sumsAllowed } from "./mean-cell.ts";
import { layOutMeans } from "./means-table.ts";
import { groupScores, type Scores } from "./scores.ts";
import { verifyMeans } from "./verify-means.ts";

/**
 * Checks these releases of means together, by addition alone.
 * @throws InputFaults when scores and releases do not belong together.
 */
export function verifyMeansReleases(
  lattice: Lattice,
  scores: Scores,
  releases: readonly EarlierRelease[],
): Verification {
  const { counts, sums } = scores;
  const population = unknownPopulation(lattice);
  const { knownWorlds } = joinSeries({ lattice, counts, sums, population, earlier: releases });
  const frozen = releases.map(({ release }) => release);
  const table = layOutMeans({ lattice, scores, frozen, periods: [], key: "", countCells: null });
  const worlds = stillPossible(knownWorlds, table.space, table).map(({ values }) => values);
  const stated = table.frozenCells.flatMap((cell) => {
    const allowed = sumsAllowed(cell.cell, groupScores(scores, cell.atoms).n, lattice.parameters.scale);
    return allowed === null ? [] : [{ ...cell, ...allowed }];
  });
  const n = counts.values;
  const { unitOf } = table.space;
  const groups = [...table.groups, ...listRemainders(stated, { n, unitOf })];
  const failures = verifyMeans({ scores, unitOf, parameters: lattice.parameters, stated, groups, worlds });
  return { failures, sensitive: groups.length, worlds: worlds.length };
}
