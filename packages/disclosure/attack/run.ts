import { openSolver } from "../src/index.ts";
import { printAttacks } from "./attack-line.ts";
import { attackControls, attackMunicipality } from "./attack-municipality.ts";
import { addControl, addReport, countAttacks, NO_COUNTS } from "./count-attacks.ts";
import { shapeOf } from "./shapes.ts";

/**
 * The whole attack on counts: `node attack/run.ts [municipalities] [first seed] [scale]`. Every tenth
 * municipality is also released badly on purpose. Exits 1 when an attack succeeds or a control survives.
 */
const [municipalities = 500, first = 1, scale = 1] = process.argv.slice(2).map(Number);
const UNIONS = 10_000;
const solver = await openSolver();
const start = performance.now();
let totals = NO_COUNTS;
for (let seed = first; seed < first + municipalities; seed++) {
  const shape = shapeOf(seed, scale);
  const before = countAttacks(totals).at(-1)?.disclosures;
  const report = attackMunicipality(solver, shape, UNIONS);
  totals = addReport(totals, report);
  const after = countAttacks(totals).at(-1)?.disclosures;
  if (after !== before) console.log(`DISCLOSED seed ${seed}`, shape, report);
  if (seed % 10 === 0) totals = addControl(totals, attackControls(solver, shape));
  const done = seed - first + 1;
  if (done % 25 === 0 && done < municipalities)
    console.log(
      `${done} municipalities, ${after} disclosures, mutants caught of ${totals.controlled}: ${JSON.stringify(totals.caught)}, ${seconds()}`,
    );
}
const isHeld = printAttacks(countAttacks(totals));
console.log(`     ${municipalities} municipalities in ${seconds()}`);
process.exitCode = isHeld ? 0 : 1;

function seconds(): string {
  return `${((performance.now() - start) / 1000).toFixed(0)} s`;
}
