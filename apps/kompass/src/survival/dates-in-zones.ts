import { execFile } from "node:child_process";
import { glob, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { FAKED_DAYS, fakedClock, ZONES } from "./faked-days.ts";

const ROOT = path.resolve(import.meta.dirname, "../../../..");
const run = promisify(execFile);

/** What a process in a zone takes each faked day for. */
export async function readDaysIn(
  zone: (typeof ZONES)[number],
): Promise<{ readonly zone: number; readonly taken: readonly Record<string, unknown>[] }> {
  const program = path.join(import.meta.dirname, "dates-process.ts");
  const { stdout } = await run(process.execPath, [program], { env: { ...process.env, TZ: zone } });
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
}

interface DatedRun {
  readonly zone: string;
  readonly day: string;
  readonly passed: number;
  readonly failed: number;
}

const IS_DATED = /todayInSweden|new Date\(|momentText|timeText|\btoday\b|localDate\(/;

/** Every test that has to do with a day, on each faked day in each zone: minutes. */
export async function runDatedTests(onRun: (done: DatedRun) => void = () => {}): Promise<DatedRun[]> {
  const files: string[] = [];
  for await (const file of glob("{packages/domain,apps/dashboard}/src/**/*.test.ts", { cwd: ROOT })) {
    if (IS_DATED.test(await readFile(path.join(ROOT, file), "utf8"))) files.push(file);
  }
  const runs: DatedRun[] = [];
  for (const zone of ZONES) {
    for (const { name, instant } of FAKED_DAYS) {
      const done = { zone, day: name, ...(await runVitest(files, zone, instant)) };
      onRun(done);
      runs.push(done);
    }
  }
  return runs;
}

async function runVitest(files: readonly string[], zone: string, instant: string) {
  const folder = await mkdtemp(path.join(tmpdir(), "kompassen-dates-"));
  const report = path.join(folder, "report.json");
  const projects = ["--project", "domain", "--project", "dashboard"];
  const args = ["run", ...projects, "--reporter=json", `--outputFile.json=${report}`, ...files];
  const env = { ...process.env, TZ: zone, NODE_OPTIONS: `--import=${fakedClock(instant)}` };
  const vitest = path.join(ROOT, "node_modules/.bin/vitest");
  // A test that fails is counted from the report; without a report the run itself has failed.
  await run(vitest, args, { cwd: ROOT, env, maxBuffer: 64 * 1024 * 1024 }).catch(() => {});
  const result: { numPassedTests: number; numFailedTests: number } = JSON.parse(
    await readFile(report, "utf8"),
  );
  await rm(folder, { recursive: true, force: true });
  return { passed: result.numPassedTests, failed: result.numFailedTests };
}
