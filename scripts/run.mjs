// The one way in on a bare machine: any Node from 18 and git. Installs what is missing, then runs the
// command on the Node that the lock file names. Plain JavaScript, since nothing is installed yet.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const STAMP = path.join(ROOT, "node_modules", ".kompassen-installed");
const BIN = path.join(ROOT, "node_modules", ".bin");

const COMMANDS = {
  start: ["node", "apps/kompass/src/main.ts", "start"],
  kompass: ["node", "apps/kompass/src/main.ts"],
  dev: ["node", "apps/kompass/src/main.ts", "start", "--dev"],
  test: ["node", "scripts/test.ts"],
  verify: ["node", "scripts/test.ts", "--quick"],
  mutate: ["turbo", "run", "mutate", "--concurrency=1"],
  attack: ["node", "scripts/attack.ts"],
  survive: ["node", "apps/kompass/src/survival/survive.ts"],
  evidence: ["node", "scripts/evidence.ts"],
  bench: ["node", "apps/bench/src/main.ts"],
};

const [name, ...rest] = process.argv.slice(2);
const command = COMMANDS[name];
if (command === undefined) fail(`Okänt kommando: ${name}. Välj ${Object.keys(COMMANDS).join(", ")}.`);
if (Number(process.versions.node.split(".")[0]) < 18) fail("Node 18 eller senare behövs.");

installWhenNeeded();
const env = {
  ...process.env,
  PATH: `${BIN}${path.delimiter}${process.env.PATH}`,
  TURBO_TELEMETRY_DISABLED: "1",
};
const given = process.env.INIT_CWD ?? process.cwd();
const [program, ...args] = command;
const ended = await runToTheEnd(path.join(BIN, program), [...args, ...rest], {
  ...env,
  KOMPASSEN_CWD: given,
});
process.exit(ended);

/** A changed lock file or another machine installs anew; otherwise a fraction of a second. */
function installWhenNeeded() {
  const lock = readFileSync(path.join(ROOT, "pnpm-lock.yaml"));
  const print = createHash("sha256").update(lock).update(`${process.platform}-${process.arch}`).digest("hex");
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === print) return;
  const { packageManager } = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8"));
  console.log("Installerar det som behövs …");
  const npx = process.platform === "win32" ? "npx.cmd" : "npx";
  const { status } = spawnSync(
    npx,
    ["--yes", packageManager, "install", "--frozen-lockfile", "--reporter=append-only"],
    {
      cwd: ROOT,
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, CI: "1" },
    },
  );
  if (status !== 0) fail("Installationen misslyckades. Kontrollera nätet och försök igen.");
  mkdirSync(path.dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, print);
}

/** Passes Ctrl-C and SIGTERM on, so that the command itself closes app and database. */
async function runToTheEnd(file, args, env) {
  const { spawn } = await import("node:child_process");
  const child = spawn(file, args, { cwd: ROOT, stdio: "inherit", env });
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  // The terminal sends Ctrl-C to the whole group; here it is only waited for.
  process.on("SIGINT", () => {});
  return new Promise((resolve) => {
    child.on("error", (error) => fail(error.message));
    child.on("exit", (code, signal) => resolve(code ?? (signal === "SIGINT" ? 130 : 143)));
  });
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
