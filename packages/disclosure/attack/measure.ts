import { openSolver } from "../src/index.ts";
import { makeMunicipality } from "./municipality.ts";
import { releaseSeries } from "./release-series.ts";

/** Prints time and share of safe cells kept: `node attack/measure.ts [units] [density] [quarters] [insiders]`. */
const [units = 40, density = 6, quarters = 8, insiders = 1] = process.argv.slice(2).map(Number);
const solver = await openSolver();
const areas = Math.max(1, Math.round(units / 5));
const shape = { seed: 7, units, areas, ages: 4, quarters, density, insiders };
const cpuBefore = process.cpuUsage().user;
const series = releaseSeries(solver, makeMunicipality(shape));
let safe = 0;
let kept = 0;
for (const { release, tally, audit, seconds } of series.parts) {
  safe += tally.published + tally.secondary;
  kept += tally.published;
  const share = (tally.published / (tally.published + tally.secondary)).toFixed(3);
  const { narrowest, sensitive, checks, worlds, exactDisclosures, openToParents } = audit;
  const width = narrowest === null ? "-" : `${narrowest.value} in ${narrowest.low}-${narrowest.high}`;
  console.log(
    `${release.name.padEnd(12)} kept ${share} primary ${tally.primary} secondary ${tally.secondary} sensitive ${sensitive} checks ${checks} worlds ${worlds} narrowest ${width} exact ${exactDisclosures} parents ${openToParents} ${seconds.toFixed(2)} s`,
  );
}
const seconds = series.parts.map((part) => part.seconds);
const total = seconds.reduce((sum, s) => sum + s, 0);
console.log(
  `${units} units, density ${density}: kept ${(kept / safe).toFixed(3)}, total ${total.toFixed(2)} s, worst ${Math.max(...seconds).toFixed(2)} s, processor ${((process.cpuUsage().user - cpuBefore) / 1e6).toFixed(2)} s`,
);
