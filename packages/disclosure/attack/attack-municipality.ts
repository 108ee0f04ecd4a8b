import { type Release, readCounts, type Solver, verifyReleases } from "../src/index.ts";
import { attackUnions, subtractPublished } from "./arithmetic-attack.ts";
import { cumulativeTables, primaryOnly } from "./controls.ts";
import { type MunicipalityShape, makeMunicipality } from "./municipality.ts";
import { type JsonLattice, publicView, trueValues } from "./public-view.ts";
import { releaseForgetful, releaseSeries, worldsInView } from "./release-series.ts";
import { worldsRuledOut } from "./rule-aware-attack.ts";
import { attackWithSolver } from "./solver-attack.ts";

/** What the attacks found in one municipality; everything but `sensitive`, `safe` and `kept` should be 0. */
export interface AttackReport {
  readonly sensitive: number;
  readonly solverDisclosures: number;
  readonly subtractions: number;
  readonly unionsTried: number;
  readonly unionsDisclosed: number;
  readonly worldsRuledOut: number;
  readonly certificateFailures: number;
  readonly safe: number;
  readonly kept: number;
}

/** What the attacks found in releases made badly on purpose; each should be above 0. */
export interface ControlReport {
  readonly noSecondary: number;
  readonly offByOne: number;
  readonly forgetful: number;
  readonly subtractions: number;
  readonly cumulative: { readonly small: number; readonly exact: number };
}

const K = 5;
const UNIT_POSITION = 0;

function prepare(shape: MunicipalityShape) {
  const municipality = makeMunicipality(shape);
  const lattice = municipality.lattice as JsonLattice;
  const see = (releases: readonly Release[]) => publicView(lattice, releases);
  return { municipality, see };
}

export function attackMunicipality(solver: Solver, shape: MunicipalityShape, unions: number): AttackReport {
  const { municipality, see } = prepare(shape);
  const series = releaseSeries(solver, municipality);
  const view = see(series.parts.map((part) => part.release));
  const values = trueValues(view, municipality.header, municipality.lines);
  const worlds = worldsInView(view, series);
  const solved = attackWithSolver(solver, view, values, { k: K, unitPosition: UNIT_POSITION });
  const united = attackUnions(view, values, worlds, { k: K, count: unions, seed: shape.seed });
  const counts = readCounts(series.lattice, municipality.header, municipality.lines);
  const tallies = series.parts.map((part) => part.tally);
  return {
    sensitive: solved.sensitive,
    solverDisclosures: solved.disclosures.length,
    subtractions: subtractPublished(view, K).length,
    unionsTried: united.tried,
    unionsDisclosed: united.disclosed,
    worldsRuledOut: worldsRuledOut(view, values, worlds, K),
    certificateFailures: verifyReleases(series.lattice, counts, series.earlier).failures.length,
    safe: tallies.reduce((sum, tally) => sum + tally.published + tally.secondary, 0),
    kept: tallies.reduce((sum, tally) => sum + tally.published, 0),
  };
}

export function attackControls(solver: Solver, shape: MunicipalityShape): ControlReport {
  const { municipality, see } = prepare(shape);
  const series = releaseSeries(solver, municipality);
  const releases = series.parts.map((part) => part.release);
  const view = see(releases);
  const values = trueValues(view, municipality.header, municipality.lines);
  const attack = (made: readonly Release[], unitPosition: number | null) =>
    attackWithSolver(solver, see(made), values, { k: K, unitPosition }).disclosures.length;
  const bare = primaryOnly(releases, view, values, K);
  const lax = releaseSeries(solver, makeMunicipality({ ...shape, k: K - 1 })).parts.map(
    (part) => part.release,
  );
  const quarters = municipality.quarters;
  const cumulative = view.atoms
    .filter((name) => name.endsWith(`\t${quarters[0]}`))
    .map((name) =>
      quarters.map((quarter) => values[view.atoms.indexOf(name.replace(/[^\t]+$/, quarter))] ?? 0),
    );
  return {
    // A stranger is enough to break the first two; the third may take the staff of a unit.
    noSecondary: attack(bare, null),
    offByOne: attack(lax, null),
    forgetful: attack(releaseForgetful(solver, municipality), UNIT_POSITION),
    subtractions: subtractPublished(see(bare), K).length,
    cumulative: cumulativeTables(cumulative, K),
  };
}
