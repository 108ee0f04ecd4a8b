// Everything that must hold, in order of how fast it answers; the last line counts it.
// `--quick` leaves out the database, the browser and the attacks on the statistics.
import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

interface Count {
  readonly passed: number;
  readonly failed: number;
}

interface Step {
  readonly name: string;
  readonly needs: "nothing" | "time" | "database" | "browser";
  run(folder: string): Promise<Count>;
}

const ROOT = path.resolve(import.meta.dirname, "..");
const isQuick = process.argv.includes("--quick");

const STEPS: readonly Step[] = [
  {
    name: "types",
    needs: "nothing",
    run: () => check("turbo", ["run", "check", "--output-logs=errors-only"]),
  },
  {
    name: "lint and format",
    needs: "nothing",
    run: () => check("biome", ["ci", "--colors=off", "--max-diagnostics=30", "."]),
  },
  {
    name: "walls between rooms",
    needs: "nothing",
    run: () =>
      check("depcruise", [
        "--config",
        ".dependency-cruiser.cjs",
        "packages",
        "apps",
        "--include-only",
        "^(packages|apps)/[^/]+/src",
        "--output-type",
        "err",
      ]),
  },
  { name: "nothing unused", needs: "nothing", run: () => check("knip", ["--no-progress"]) },
  {
    name: "room map is fresh",
    needs: "nothing",
    run: () => check("node", ["scripts/room-map.ts", "--check"]),
  },
  {
    name: "evidence is fresh",
    needs: "nothing",
    run: () => check("node", ["scripts/evidence.ts", "--check"]),
  },
  {
    name: "unit and property tests",
    needs: "nothing",
    run: (folder) => vitest(folder, ["domain", "disclosure", "dashboard", "tooling"]),
  },
  {
    name: "attacks on the statistics",
    needs: "time",
    run: () => check("node", ["scripts/attack.ts", "--small"]),
  },
  { name: "database tests", needs: "database", run: (folder) => vitest(folder, ["db", "api", "kompass"]) },
  { name: "browser tests", needs: "browser", run: (folder) => playwright(folder) },
];

const folder = await mkdtemp(path.join(tmpdir(), "kompassen-results-"));
const counts: Count[] = [];
for (const step of STEPS) {
  if (isQuick && step.needs !== "nothing") continue;
  const started = performance.now();
  console.log(`\n── ${step.name}`);
  const count = await step.run(folder);
  counts.push(count);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `   ${count.failed === 0 ? "ok" : "FAILED"}: ${count.passed} passed, ${count.failed} failed in ${seconds} s`,
  );
}
await rm(folder, { recursive: true, force: true });
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

async function check(program: string, args: readonly string[]): Promise<Count> {
  const code = await run(program, args);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function vitest(results: string, projects: readonly string[]): Promise<Count> {
  const file = path.join(results, `vitest-${projects.join("-")}.json`);
  const chosen = projects.flatMap((project) => ["--project", project]);
  const code = await run("vitest", [
    "run",
    ...chosen,
    "--reporter=dot",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ]);
  const found: { numPassedTests: number; numFailedTests: number } | null = await readResults(file);
  return counted(
    code,
    found === null ? null : { passed: found.numPassedTests, failed: found.numFailedTests },
  );
}

async function playwright(results: string): Promise<Count> {
  const chromium = findChromium() ?? installChromium();
  if (chromium === undefined) {
    console.error(
      "Ingen Chromium hittades. Installera den (på Debian: apt-get install chromium) eller ange CHROMIUM_PATH.",
    );
    return { passed: 0, failed: 1 };
  }
  const file = path.join(results, "playwright.json");
  const code = await run(
    "playwright",
    ["test", "--config", "apps/e2e/playwright.config.ts", "--reporter=line,json"],
    {
      PLAYWRIGHT_JSON_OUTPUT_NAME: file,
      CHROMIUM_PATH: chromium,
    },
  );
  const found: { stats: { expected: number; unexpected: number; flaky: number } } | null =
    await readResults(file);
  return counted(
    code,
    found === null
      ? null
      : { passed: found.stats.expected, failed: found.stats.unexpected + found.stats.flaky },
  );
}

/** A runner that ends badly without naming a failed test has failed all the same. */
function counted(code: number, count: Count | null): Count {
  if (count === null) return { passed: 0, failed: 1 };
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

async function readResults<T>(file: string): Promise<T | null> {
  return JSON.parse(await readFile(file, "utf8").catch(() => "null"));
}

function findChromium(): string | undefined {
  const given = process.env.CHROMIUM_PATH;
  const known = [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  ];
  return [given, ...known].find((file) => file !== undefined && file !== "" && existsSync(file));
}

/** On Debian as root the browser is installed; elsewhere that is left to whoever owns the machine. */
function installChromium(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return undefined;
  console.log("Installerar Chromium …");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync("apt-get", ["update", "-qq"], { stdio: "inherit", env });
  spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], {
    stdio: "inherit",
    env,
  });
  return findChromium();
}

function run(program: string, args: readonly string[], extra: Record<string, string> = {}): Promise<number> {
  const bin = path.join(ROOT, "node_modules/.bin");
  const own = path.join(ROOT, "apps/e2e/node_modules/.bin");
  const file =
    [path.join(bin, program), path.join(own, program)].find((candidate) => existsSync(candidate)) ?? program;
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      cwd: ROOT,
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...extra, NO_COLOR: "1" },
    });
    child.on("error", (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.on("exit", (code) => resolve(code ?? 1));
  });
}
