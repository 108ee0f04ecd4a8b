import type { Solver } from "../src/index.ts";
import { randomFrom } from "./municipality.ts";
import type { PublicView } from "./public-view.ts";

/** Scores per atom of the view: how many children, their sum, the lowest and highest (both 0 if none). */
export interface TrueScores {
  readonly n: readonly number[];
  readonly sums: readonly number[];
  readonly min: readonly number[];
  readonly max: readonly number[];
}

export interface MeansAttackResult {
  /** Atoms, cells and remainders of fewer than ten whose mean is known to less than two points. */
  readonly narrow: readonly string[];
  /** The same of random unions, of which nothing is proven: how many were found, of how many asked. */
  readonly narrowUnions: readonly string[];
  readonly unionsAsked: number;
  /** Groups of ten or more in which a reader with one known child knows another's score too well. */
  readonly exposed: readonly string[];
  /** The same to a reader who knows no child: a share of the above. */
  readonly exposedToAnybody: readonly string[];
  /** Groups asked about in which every child has the same score. */
  readonly homogeneous: number;
  /** Those of them that tell too much of a child. */
  readonly homogeneousExposed: number;
  readonly questions: number;
}

const LOW = 1;
const HIGH = 5;

/** The sums a published mean or band allows, read from its text alone. */
function allowed(text: string, n: number): readonly [number, number] {
  if (text.startsWith("<=")) return [n * LOW, n * Number(text.slice(2))];
  if (text.startsWith(">=")) return [n * Number(text.slice(2)), n * HIGH];
  return [n * (Number(text) - 0.05), n * (Number(text) + 0.05)];
}

const sumOf = (values: readonly number[], atoms: readonly number[]) =>
  atoms.reduce((sum, atom) => sum + (values[atom] ?? 0), 0);

/** The linear model of every sum that fits what is published; the reader knows how many children there are. */
class ScoreModel {
  readonly #model;
  readonly #maximize;
  readonly #minimize;
  readonly #scores: TrueScores;

  constructor(solver: Solver, view: PublicView, scores: TrueScores) {
    this.#scores = scores;
    this.#maximize = solver.highs.constants.objectiveSense.maximize;
    this.#minimize = solver.highs.constants.objectiveSense.minimize;
    this.#model = solver.highs.createModel();
    this.#model.options.set({ output_flag: false });
    this.#model.addVars(
      scores.n.map((n) => n * LOW),
      scores.n.map((n) => n * HIGH),
    );
    for (const cell of view.cells) {
      if (cell.text === "") continue;
      const [low, high] = allowed(cell.text, sumOf(scores.n, cell.atoms));
      this.#model.addRow(low, high, { indices: cell.atoms, values: cell.atoms.map(() => 1) });
    }
  }

  /** Lowest and highest possible sum of the group, to a reader who knows the sums of the `known` atoms. */
  range(group: readonly number[], known: readonly number[]): readonly [number, number] {
    for (const atom of known) {
      const sum = this.#scores.sums[atom] ?? 0;
      this.#model.changeColBounds(atom, sum, sum);
    }
    for (const atom of group) this.#model.changeColCost(atom, 1);
    const ends = [this.#minimize, this.#maximize].map((sense) => {
      this.#model.changeObjectiveSense(sense);
      this.#model.run();
      return this.#model.getObjectiveValue();
    });
    for (const atom of group) this.#model.changeColCost(atom, 0);
    for (const atom of known) {
      const n = this.#scores.n[atom] ?? 0;
      this.#model.changeColBounds(atom, n * LOW, n * HIGH);
    }
    return [ends[0] ?? 0, ends[1] ?? 0];
  }

  close(): void {
    this.#model.dispose();
  }
}

/** The span of scores any child can have, to whoever knows no other. */
function spanOfAny(n: number, low: number, high: number): number {
  return Math.min(HIGH, high - (n - 1) * LOW) - Math.max(LOW, low - (n - 1) * HIGH);
}

/** The span of scores another child can have, to whoever knows one child's (the worst one to know). */
function spanLeft(n: number, low: number, high: number, min: number, max: number): number {
  const highest = Math.min(HIGH, high - max - (n - 2) * LOW);
  const lowest = Math.max(LOW, low - min - (n - 2) * HIGH);
  return highest - lowest;
}

/**
 * A5, A6, A7 and A8 on means: bounds by linear programming on atoms, cells, cells less the reader's own unit,
 * and random unions of `unions` atoms; for any reader and for the staff of each unit.
 */
export function attackMeans(
  solver: Solver,
  view: PublicView,
  scores: TrueScores,
  options: { readonly unions: number; readonly seed: number; readonly readers: number },
): MeansAttackResult {
  const random = randomFrom(options.seed);
  const unitOf = (atom: number) => view.atoms[atom]?.split("\t")[0] ?? "";
  const inhabited = [...view.atoms.keys()].filter((atom) => (scores.n[atom] ?? 0) > 0);
  const units = [...new Set(inhabited.map(unitOf))];
  const cells = view.cells.map((cell) => cell.atoms.filter((atom) => (scores.n[atom] ?? 0) > 0));
  const unions = Array.from({ length: options.unions }, () =>
    inhabited.filter(() => random() < 2 / inhabited.length),
  );
  const groups = [...inhabited.map((atom) => [atom]), ...cells, ...unions].filter(
    (group) => group.length > 0,
  );
  const model = new ScoreModel(solver, view, scores);
  const narrow: string[] = [];
  const narrowUnions: string[] = [];
  let unionsAsked = 0;
  const isRandom = new Set(unions);
  const exposed: string[] = [];
  const exposedToAnybody: string[] = [];
  let homogeneous = 0;
  let homogeneousExposed = 0;
  let questions = 0;
  for (const group of groups) {
    const own = new Set(group.map(unitOf));
    const outside = units.filter((unit) => !own.has(unit)).toSorted(() => random() - 0.5);
    for (const reader of [null, ...outside.slice(0, options.readers)]) {
      questions += 1;
      const known = reader === null ? [] : inhabited.filter((atom) => unitOf(atom) === reader);
      const [low, high] = model.range(group, known);
      const n = sumOf(scores.n, group);
      const name = `${group.map((atom) => view.atoms[atom]).join("+")} to ${reader ?? "anybody"}: ${low}-${high} of ${n}`;
      const isUnion = isRandom.has(group) && group.length > 1;
      if (isUnion && n < 10) unionsAsked += 1;
      if (n < 10 && (high - low) / n < 2 - 1e-4) (isUnion ? narrowUnions : narrow).push(name);
      const min = Math.min(...group.map((atom) => scores.min[atom] ?? HIGH));
      const max = Math.max(...group.map((atom) => scores.max[atom] ?? LOW));
      if (n < 10) continue;
      const isHomogeneous = min === max;
      if (isHomogeneous) homogeneous += 1;
      if (spanOfAny(n, low, high) < 3 - 1e-4) exposedToAnybody.push(name);
      if (spanLeft(n, low, high, min, max) >= 3 - 1e-4) continue;
      exposed.push(name);
      if (isHomogeneous) homogeneousExposed += 1;
    }
  }
  model.close();
  return {
    narrow,
    narrowUnions,
    unionsAsked,
    exposed,
    exposedToAnybody,
    homogeneous,
    homogeneousExposed,
    questions,
  };
}
