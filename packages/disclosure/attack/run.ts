import { openSolver } from "../src/index.ts";
import { attackControls, attackMunicipality } from "./attack-municipality.ts";
import { shapeOf } from "./shapes.ts";

/**
 * The whole attack on counts: `node attack/run.ts [municipalities] [first seed] [scale]`. Every tenth
 * municipality is also released badly on purpose. Exits 1 when an attack succeeds or a mutant survives.
 */
const [municipalities = 500, first = 1, scale = 1] = process.argv.slice(2).map(Number);
const UNIONS = 2000;
const solver = await openSolver();
const start = performance.now();
const seconds = () => `${((performance.now() - start) / 1000).toFixed(0)} s`;

const total = { sensitive: 0, disclosures: 0, unions: 0, safe: 0, kept: 0 };
const mutants = { tried: 0, noSecondary: 0, offByOne: 0, forgetful: 0, subtractions: 0, small: 0, exact: 0 };
for (let seed = first; seed < first + municipalities; seed++) {
  const shape = shapeOf(seed, scale);
  const report = attackMunicipality(solver, shape, UNIONS);
  const { solverDisclosures, subtractions, unionsDisclosed, worldsRuledOut, certificateFailures } = report;
  const found = solverDisclosures + subtractions + unionsDisclosed + worldsRuledOut + certificateFailures;
  total.sensitive += report.sensitive;
  total.disclosures += found;
  total.unions += report.unionsTried;
  total.safe += report.safe;
  total.kept += report.kept;
  if (found > 0) console.log(`DISCLOSED seed ${seed}`, shape, report);
  if (seed % 10 === 0) {
    const control = attackControls(solver, shape);
    mutants.tried += 1;
    if (control.noSecondary > 0) mutants.noSecondary += 1;
    if (control.offByOne > 0) mutants.offByOne += 1;
    if (control.forgetful > 0) mutants.forgetful += 1;
    if (control.subtractions > 0) mutants.subtractions += 1;
    mutants.small += control.cumulative.small;
    mutants.exact += control.cumulative.exact;
  }
  if ((seed - first) % 25 === 24)
    console.log(`${seed - first + 1} municipalities, ${seconds()}`, total, mutants);
}
console.log(
  `${municipalities} municipalities, ${total.sensitive} small counts, ${total.unions} small unions: ${total.disclosures} disclosures`,
);
console.log(`safe cells kept: ${(total.kept / total.safe).toFixed(3)}`);
console.log(
  `mutants caught, of ${mutants.tried}: no secondary step ${mutants.noSecondary}, k off by one ${mutants.offByOne}, forgotten frozen rows ${mutants.forgetful}; primary only broken by subtraction alone ${mutants.subtractions}; cumulative tables gave away ${mutants.exact} of ${mutants.small} small additions`,
);
const survivors = [mutants.noSecondary, mutants.offByOne, mutants.forgetful].filter((caught) => caught === 0);
const isBroken = total.disclosures > 0 || (mutants.tried > 0 && survivors.length > 0);
console.log(`${seconds()}`);
process.exitCode = isBroken ? 1 : 0;
