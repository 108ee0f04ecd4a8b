import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import path from "node:path";
import { freePort } from "@kompassen/db/embedded";

const CHECKOUT = path.resolve(import.meta.dirname, "../../../..");
const BUILD = path.join(CHECKOUT, "apps/dashboard/build");

/** A server that is measured: its process, whose time is counted, and where it answers. */
export interface MeasuredServer {
  readonly pid: number;
  readonly origin: string;
  stop(): Promise<void>;
}

/** Built as for production; turbo has it at hand when no source has changed. */
export function buildDashboard(): string {
  const turbo = path.join(CHECKOUT, "node_modules/.bin/turbo");
  const args = ["run", "build", "--filter=@kompassen/dashboard", "--output-logs=errors-only"];
  const { status } = spawnSync(turbo, args, {
    cwd: CHECKOUT,
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1" },
  });
  if (status !== 0) throw new Error("the dashboard could not be built");
  return BUILD;
}

/** The product's dashboard as `kompass start` runs it. */
export async function startDashboard(
  build: string,
  {
    appUrl,
    statisticsUrl,
    familyUrl,
  }: { readonly appUrl: string; readonly statisticsUrl: string; readonly familyUrl: string },
): Promise<MeasuredServer> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  return startServer([path.join(build, "index.js")], origin, {
    HOST: "127.0.0.1",
    PORT: String(port),
    ORIGIN: origin,
    KOMPASSEN_DATABASE_URL: appUrl,
    KOMPASSEN_STATISTICS_URL: statisticsUrl,
    KOMPASSEN_FAMILY_URL: familyUrl,
    // One session asks for all the others.
    KOMPASSEN_LIMITS: "off",
    KOMPASSEN_DEMO: "",
  });
}

/** The reference: node:http and postgres.js with nothing between. */
export async function startBareServer(appUrl: string): Promise<MeasuredServer> {
  const port = await freePort();
  const script = path.join(import.meta.dirname, "../reference/bare-chart-server.ts");
  return startServer([script], `http://127.0.0.1:${port}`, {
    PORT: String(port),
    KOMPASSEN_DATABASE_URL: appUrl,
  });
}

/** An empty SvelteKit page, built and served in the same way. */
export async function startEmptyPage(): Promise<MeasuredServer> {
  const folder = path.resolve(import.meta.dirname, "../../empty-page");
  const vite = path.resolve(import.meta.dirname, "../../node_modules/.bin/vite");
  const { status } = spawnSync(vite, ["build", "--logLevel", "error"], { cwd: folder, stdio: "inherit" });
  if (status !== 0) throw new Error("the empty page could not be built");
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  return startServer([path.join(folder, "build/index.js")], origin, {
    HOST: "127.0.0.1",
    PORT: String(port),
    ORIGIN: origin,
  });
}

async function startServer(
  args: readonly string[],
  origin: string,
  env: Readonly<Record<string, string>>,
): Promise<MeasuredServer> {
  const child = spawn(process.execPath, [...args], {
    env: { ...process.env, NODE_ENV: "production", ...env },
    stdio: ["ignore", "ignore", "inherit"],
  });
  await untilAnswering(origin, child);
  if (child.pid === undefined) throw new Error(`${args[0]} did not start`);
  return { pid: child.pid, origin, stop: () => stopped(child) };
}

async function untilAnswering(origin: string, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 1200 && child.exitCode === null; attempt += 1) {
    const answer = await fetch(`${origin}/health`).catch(() => null);
    if (answer !== null) {
      await answer.body?.cancel();
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${origin} does not answer`);
}

function stopped(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}
