import { type Release, readCounts, type Solver, verifyReleases } from "../src/index.ts";
import { attackUnions, subtractPublished } from "./arithmetic-attack.ts";
import { cumulativeTables, primaryOnly } from "./controls.ts";
import { type MunicipalityShape, makeMunicipality } from "./municipality.ts";
import { attackAsParent } from "./parent-attack.ts";
import { type JsonLattice, publicView, trueValues } from "./public-view.ts";
import { releaseForgetful, releaseSeries, worldsInView } from "./release-series.ts";
import { worldsRuledOut } from "./rule-aware-attack.ts";
import { attackWithSolver } from "./solver-attack.ts";
import { provenUnions } from "./union-bounds.ts";

/** What the attacks found in one municipality. What was found should be 0; the rest says how much was tried. */
export interface AttackReport {
  readonly sensitive: number;
  /** Small counts that anybody can hold below k, with a solver. */
  readonly toAnybody: number;
  /** The same that it takes the staff of another unit to do, as pairs of count and unit. */
  readonly toInsiders: number;
  readonly insiderQuestions: number;
  readonly subtractions: number;
  readonly unionsTried: number;
  readonly unionsDisclosed: number;
  readonly parentsTried: number;
  /** Beyond those that the audit itself counts as open. */
  readonly toParents: number;
  /** That the audit counts as open: earlier releases leave no way to close them. */
  readonly openToParents: number;
  readonly worlds: number;
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
  readonly unions: number;
  /** With protection from strangers only. */
  readonly toInsiders: number;
  readonly toParents: number;
  readonly worldsRuledOut: number;
  readonly cumulative: { readonly small: number; readonly exact: number };
}

const K = 5;
const UNIT_POSITION = 0;
const WITH_UNITS = { k: K, unitPosition: UNIT_POSITION };

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
  const { disclosures, sensitive, questions } = attackWithSolver(solver, view, values, WITH_UNITS);
  const united = attackUnions(view, values, worlds, { k: K, count: unions, seed: shape.seed });
  const parents = attackAsParent(solver, view, values, worlds, WITH_UNITS);
  const counts = readCounts(series.lattice, municipality.header, municipality.lines);
  const tallies = series.parts.map((part) => part.tally);
  const openToParents = series.parts.at(-1)?.audit.openToParents ?? 0;
  return {
    sensitive,
    toAnybody: disclosures.filter(({ knowing }) => knowing === null).length,
    toInsiders: disclosures.filter(({ knowing }) => knowing !== null).length,
    insiderQuestions: questions,
    subtractions: subtractPublished(view, K).length,
    unionsTried: united.tried,
    unionsDisclosed: united.disclosed,
    parentsTried: parents.tried,
    toParents: Math.max(0, parents.disclosed - openToParents),
    openToParents: parents.disclosed,
    worlds: worlds.length,
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
  const bareView = see(bare);
  const lax = releaseSeries(solver, makeMunicipality({ ...shape, k: K - 1 }));
  const laxReleases = lax.parts.map((part) => part.release);
  const laxView = see(laxReleases);
  const open = releaseSeries(solver, makeMunicipality({ ...shape, insiders: 0 }));
  const unguarded = attackWithSolver(
    solver,
    see(open.parts.map((part) => part.release)),
    values,
    WITH_UNITS,
  ).disclosures;
  const quarters = municipality.quarters;
  const cumulative = view.atoms
    .filter((name) => name.endsWith(`\t${quarters[0]}`))
    .map((name) =>
      quarters.map((quarter) => values[view.atoms.indexOf(name.replace(/[^\t]+$/, quarter))] ?? 0),
    );
  return {
    // A stranger is enough to break the first two; the third may take the staff of a unit.
    noSecondary: attack(bare, null),
    offByOne: attack(laxReleases, null),
    forgetful: attack(releaseForgetful(solver, municipality), UNIT_POSITION),
    subtractions: subtractPublished(bareView, K).length,
    unions: provenUnions(solver, bareView, values, { k: K, count: 200, seed: shape.seed }),
    toInsiders: unguarded.filter(({ knowing }) => knowing !== null).length,
    toParents: attackAsParent(solver, bareView, values, [], WITH_UNITS).disclosed,
    worldsRuledOut: worldsRuledOut(laxView, values, worldsInView(laxView, lax), K),
    cumulative: cumulativeTables(cumulative, K),
  };
}
