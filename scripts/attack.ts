// Every attack on the statistics, a line each: what was tried, disclosures, how much of the control was broken.
// `--small` is the size of `npm test`, which runs the attacks on the product itself among the database tests.
import { spawnSync } from "node:child_process";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "..");
const LIBRARY = "packages/disclosure/attack";

const SMALL = [
  ["node", `${LIBRARY}/run.ts`, "25", "1", "0.2"],
  ["node", `${LIBRARY}/run-means.ts`, "6", "20"],
];
const WHOLE = [
  ["node", `${LIBRARY}/run-means.ts`, "24", "40"],
  [
    "vitest",
    "run",
    "--project=api",
    "--project=kompass",
    "--reporter=dot",
    "--disable-console-intercept=true",
    ".attack.test",
  ],
  ["node", `${LIBRARY}/run.ts`, "500"],
];

const env = { ...process.env, NO_COLOR: "1" };
const failed = (process.argv.includes("--small") ? SMALL : WHOLE).filter(([program = "", ...args]) => {
  const file = path.join(ROOT, "node_modules/.bin", program);
  return spawnSync(file, args, { cwd: ROOT, stdio: ["ignore", "inherit", "inherit"], env }).status !== 0;
});
console.log(
  failed.length === 0
    ? "Every attack failed and every control broke."
    : "An attack succeeded, or a control held.",
);
process.exitCode = failed.length === 0 ? 0 : 1;
