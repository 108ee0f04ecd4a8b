import { openSolver, parseLattice, protectMeans, readScores } from "../src/index.ts";
import { attackMeans } from "./means-attack.ts";
import { publicView } from "./public-view.ts";
import { makeScoreTable, trueScores } from "./score-table.ts";

/** The attack on means: `node attack/run-means.ts [tables] [units]`. Exits 1 when an attack succeeds. */
const [tables = 24, units = 40] = process.argv.slice(2).map(Number);
const solver = await openSolver();
let disclosures = 0;
let questions = 0;
let seconds = 0;
let safe = 0;
let kept = 0;
for (let seed = 1; seed <= tables; seed++) {
  const table = makeScoreTable({ seed, units, areas: Math.ceil(units / 5), density: 2 + (seed % 4) });
  const lattice = parseLattice(table.lattice);
  const scores = readScores(lattice, table.header, table.lines);
  const start = performance.now();
  const input = { lattice, scores, frozen: [], periods: ["2025/26"], key: `seed ${seed}`, countCells: null };
  const { cells, tally } = protectMeans(solver, input);
  seconds += (performance.now() - start) / 1000;
  safe += tally.published + tally.secondary;
  kept += tally.published;
  const view = publicView(table.lattice, [{ name: "2025/26", cells }]);
  const found = attackMeans(solver, view, trueScores(view, table), { unions: 300, seed, readers: 2 });
  questions += found.questions;
  disclosures += found.narrow.length + found.exposed.length;
  if (found.narrow.length + found.exposed.length > 0) console.log(`DISCLOSED seed ${seed}`, found);
}
console.log(
  `${tables} tables of ${units} units: ${questions} questions, ${disclosures} disclosures, kept ${(kept / safe).toFixed(3)}, protected in ${seconds.toFixed(1)} s`,
);
process.exitCode = disclosures > 0 ? 1 : 0;
