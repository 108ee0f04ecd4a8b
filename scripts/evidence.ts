// What a data protection officer and a security officer ask to see, written into docs/evidence.
// `--check` only asks whether what is made from the source is fresh; `--only a,b` measures those; `--static` none.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { asvsFaults } from "./evidence/asvs.ts";
import { dataMapCsv } from "./evidence/data-map.ts";
import { logInventoryCsv } from "./evidence/log-inventory.ts";
import { measure, summaryOf } from "./evidence/measured.ts";
import { PROGRAMS } from "./evidence/programs.ts";
import { isStale, licencesCsv, readBill, sbomJson, unacceptable } from "./evidence/sbom.ts";

const FOLDER = path.resolve(import.meta.dirname, "../docs/evidence");
const fileOf = (name: string) => path.join(FOLDER, name);
const args = process.argv.slice(2);

const faults = asvsFaults();
if (args.includes("--check")) {
  if (readText("data-map.csv") !== dataMapCsv()) faults.push("data-map.csv is stale");
  if (readText("log-inventory.csv") !== logInventoryCsv()) faults.push("log-inventory.csv is stale");
  if (isStale(readText("sbom.cdx.json")))
    faults.push("sbom.cdx.json and licences.csv are of another lock file");
} else {
  writeFileSync(fileOf("data-map.csv"), dataMapCsv());
  writeFileSync(fileOf("log-inventory.csv"), logInventoryCsv());
  const bill = readBill();
  writeFileSync(fileOf("sbom.cdx.json"), sbomJson(bill));
  writeFileSync(fileOf("licences.csv"), licencesCsv(bill));
  faults.push(...unacceptable(bill).map((one) => `licence to look at: ${one}`));
  for (const program of chosenPrograms()) {
    const started = performance.now();
    const held = measure(program);
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    console.log(`${program.name}: ${held ? "holds" : "DOES NOT HOLD"} (${seconds} s)`);
    if (!held) faults.push(`${program.name} does not hold`);
  }
  writeFileSync(fileOf("README.md"), withSummary(readText("README.md")));
}
for (const fault of faults) console.error(fault);
console.log(faults.length === 0 ? "The evidence holds." : `${faults.length} faults.`);
process.exitCode = faults.length === 0 ? 0 : 1;

function chosenPrograms() {
  if (args.includes("--static")) return [];
  const at = args.indexOf("--only");
  const names = at < 0 ? null : (args[at + 1] ?? "").split(",");
  return PROGRAMS.filter(({ name }) => names === null || names.includes(name));
}

/** The table between two marks; what stands around it is written by hand. */
function withSummary(text: string): string {
  const [begin, end] = ["<!-- measured -->", "<!-- /measured -->"];
  const [before = "", rest = ""] = text.split(begin);
  return `${before}${begin}\n${summaryOf(PROGRAMS)}\n${end}${rest.split(end)[1] ?? ""}`;
}

function readText(name: string): string {
  try {
    return readFileSync(fileOf(name), "utf8");
  } catch {
    return "";
  }
}
