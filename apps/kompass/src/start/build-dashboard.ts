import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { glob, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

const CHECKOUT = path.resolve(import.meta.dirname, "../../../..");
/** Where the built dashboard lies. */
export const DASHBOARD_BUILD = path.join(CHECKOUT, "apps/dashboard/build");
const STAMP = path.join(DASHBOARD_BUILD, "kompassen-source");
const SOURCES = [
  "apps/dashboard/{src,static}/**/*",
  "apps/dashboard/*.{ts,json}",
  "packages/{api,db,domain,disclosure}/src/**/*",
  "pnpm-lock.yaml",
];

/** The folder of the built dashboard. Builds when a source has changed since the last build, one at a time. */
export async function ensureDashboardBuilt(say: (text: string) => void): Promise<string> {
  const release = await takeTurn();
  try {
    return await buildWhenChanged(say);
  } finally {
    await release();
  }
}

const PAUSE_MS = 200;

/** Two builds at once would each take away what the other has made. */
async function takeTurn(): Promise<() => Promise<void>> {
  const name = createHash("sha256").update(CHECKOUT).digest("hex").slice(0, 12);
  const note = path.join(tmpdir(), `kompassen-build-${name}.pid`);
  for (;;) {
    try {
      await writeFile(note, String(process.pid), { flag: "wx" });
      return () => rm(note, { force: true });
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
    const holder = Number(await readFile(note, "utf8").catch(() => ""));
    // Written a moment ago, or by a process that is gone.
    if (holder > 0 && !isAlive(holder)) await rm(note, { force: true });
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function buildWhenChanged(say: (text: string) => void): Promise<string> {
  const print = await printOfSources();
  const built = await readFile(STAMP, "utf8").catch(() => "");
  if (built === print) return DASHBOARD_BUILD;
  say("Bygger webbplatsen …\n");
  await runBuild();
  await mkdir(DASHBOARD_BUILD, { recursive: true });
  await writeFile(STAMP, print);
  return DASHBOARD_BUILD;
}

/** Size and time of every source: fast, and enough to know that something was changed. */
async function printOfSources(): Promise<string> {
  const hash = createHash("sha256");
  for (const pattern of SOURCES) {
    const found: string[] = [];
    for await (const file of glob(pattern, { cwd: CHECKOUT })) found.push(file);
    for (const file of found.toSorted()) {
      const { size, mtimeMs } = await stat(path.join(CHECKOUT, file));
      hash.update(`${file} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest("hex");
}

function runBuild(): Promise<void> {
  const turbo = path.join(CHECKOUT, "node_modules/.bin/turbo");
  return new Promise((resolve, reject) => {
    const child = spawn(
      turbo,
      ["run", "build", "--filter=@kompassen/dashboard", "--output-logs=errors-only"],
      {
        cwd: CHECKOUT,
        // What went wrong is said where errors are said.
        stdio: ["ignore", process.stderr.fd, process.stderr.fd],
        env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1" },
      },
    );
    child.on("error", reject);
    child.on("exit", (code) =>
      code === 0 ? resolve() : reject(new Error("Webbplatsen kunde inte byggas.")),
    );
  });
}
