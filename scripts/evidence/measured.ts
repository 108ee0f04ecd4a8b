// What is measured by running it: each program prints its result as JSON and ends with 1 when it does not hold.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "../..");
const FOLDER = path.join(ROOT, "docs/evidence");

export interface Program {
  readonly name: string;
  /** What it shows, in the words of whoever asks for it. */
  readonly shows: string;
  readonly command: readonly string[];
}

interface Measured {
  readonly shows: string;
  readonly command: string;
  readonly measuredOn: string;
  readonly commit: string;
  readonly machine: string;
  readonly exitCode: number | null;
  readonly result: unknown;
}

export function measure({ name, shows, command }: Program): boolean {
  const [program = "", ...args] = command;
  const { stdout, status } = spawnSync(path.join(ROOT, "node_modules/.bin", program), args, {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "inherit"],
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
    env: { ...process.env, NO_COLOR: "1" },
  });
  const measured: Measured = {
    shows,
    command: command.join(" "),
    measuredOn: new Date().toISOString().slice(0, 10),
    commit: spawnSync("git", ["rev-parse", "--short", "HEAD"], { cwd: ROOT, encoding: "utf8" }).stdout.trim(),
    machine: `${cpus().length} cores, ${Math.round(totalmem() / 1e9)} GB, Node ${process.versions.node}`,
    exitCode: status,
    result: lastObject(stdout),
  };
  writeFileSync(fileOf(name), `${JSON.stringify(measured, null, 2)}\n`);
  return status === 0 && measured.result !== null;
}

/** The last JSON object that a program printed, on one line or on several. */
function lastObject(said: string): unknown {
  const lines = said.split("\n");
  const end = lines.findLastIndex((line) => line.endsWith("}"));
  for (let from = end; from >= 0; from -= 1) {
    if (!lines[from]?.startsWith("{")) continue;
    try {
      return JSON.parse(lines.slice(from, end + 1).join("\n"));
    } catch {
      // A line that begins like one: it began further up.
    }
  }
  return null;
}

/** The summary that people read: one line a program. */
export function summaryOf(programs: readonly Program[]): string {
  const lines = programs.map(({ name }) => {
    const found = readMeasured(name);
    if (found === null) return `| ${name} | not measured yet | | |`;
    const figures = Object.entries(found.result ?? {})
      .filter(([, value]) => ["number", "string", "boolean"].includes(typeof value))
      .map(([key, value]) => `${key} ${value}`)
      .join(" · ");
    return `| [${name}](${name}.json) | ${found.shows} | ${figures} | ${found.measuredOn}, ${found.commit} |`;
  });
  return ["| what | shows | figures | when |", "|---|---|---|---|", ...lines].join("\n");
}

function readMeasured(name: string): Measured | null {
  try {
    return JSON.parse(readFileSync(fileOf(name), "utf8"));
  } catch {
    return null;
  }
}

const fileOf = (name: string) => path.join(FOLDER, `${name}.json`);
