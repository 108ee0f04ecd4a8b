// `pnpm survive [--cycles 100] [--control 10] [--out FILE]`: kills the database and the app under writers, and counts
// what was acknowledged and is not there. Prints a table and then JSON.
// `pnpm survive --dates`: the tests that have to do with a day, on faked days in several zones.
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { runDatedTests } from "./dates-in-zones.ts";
import { measureSurvival } from "./measure-survival.ts";

const { values } = parseArgs({
  options: {
    cycles: { type: "string", default: "100" },
    control: { type: "string", default: "10" },
    out: { type: "string" },
    dates: { type: "boolean", default: false },
  },
});
process.exitCode = values.dates ? await surviveDates() : await surviveKills();

async function surviveDates(): Promise<number> {
  const runs = await runDatedTests(({ zone, day, passed, failed }) =>
    console.log(`${zone.padEnd(22)}${day.padEnd(26)}${passed} passed, ${failed} failed`),
  );
  return runs.every(({ passed, failed }) => failed === 0 && passed > 0) ? 0 : 1;
}

async function surviveKills(): Promise<number> {
  const heads = ["", "cycle", "killed", "told", "lost", "torn", "log", "untold", "done", "bad", "ms"];
  const line = (cells: readonly (string | number)[]) =>
    console.log(cells.map((cell) => String(cell).padStart(9)).join(""));
  line(heads);
  const result = await measureSurvival({
    cycles: Number(values.cycles),
    writers: 8,
    writing: [100, 1500],
    controlCycles: Number(values.control),
    onCycle: (run, cycle) =>
      line([
        run === "control" ? "control" : "",
        cycle.cycle,
        cycle.killed,
        cycle.acknowledged,
        cycle.lost,
        cycle.torn,
        cycle.logFaults + cycle.brokenChains,
        cycle.unanswered,
        cycle.doneUntold,
        cycle.badRepeats.length,
        cycle.recoveryMs,
      ]),
  });
  const json = JSON.stringify(result, null, 2);
  console.log(json);
  if (values.out !== undefined) {
    await writeFile(path.resolve(process.env.KOMPASSEN_CWD ?? "", values.out), `${json}\n`);
  }
  const { lost, torn, logFaults, brokenChains, badRepeats, wrongAtTheEnd, control } = result;
  const faults = lost + torn + logFaults + brokenChains + badRepeats.length + wrongAtTheEnd;
  console.log(
    faults === 0
      ? `${result.acknowledged} writes acknowledged, none lost in ${result.cycles} kills; the control lost ${control.lost}.`
      : `${faults} faults.`,
  );
  return faults === 0 && control.lost > 0 ? 0 : 1;
}
