// What the product is made of, from the lock file: a CycloneDX bill and a list of licences.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { toCsv } from "./csv.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");

/** Licences that a product under the EUPL-1.2 may be handed on with. */
const ACCEPTED = [
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC-BY-4.0",
  "CC0-1.0",
  "EUPL-1.2",
  "ISC",
  "MIT",
  "MIT OR Apache-2.0",
  "MPL-2.0",
  "OFL-1.1",
  "PostgreSQL",
  "Python-2.0",
  "Unlicense",
];

interface Component {
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly licenses?: readonly {
    readonly license?: { id?: string; name?: string };
    readonly expression?: string;
  }[];
}

interface Bill {
  readonly components: readonly Component[];
}

/** @param args of `pnpm sbom`, such as `--lockfile-only` */
export function readBill(...args: string[]): Bill {
  const pnpm = path.join(ROOT, "node_modules/.bin/pnpm");
  const { stdout, status } = spawnSync(pnpm, ["sbom", "--sbom-format", "cyclonedx", ...args], {
    cwd: ROOT,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error("pnpm sbom failed");
  return JSON.parse(stdout);
}

/** Of the lock file that the bill was made from: another lock file, another bill. */
function lockPrint(): string {
  return createHash("sha256")
    .update(readFileSync(path.join(ROOT, "pnpm-lock.yaml")))
    .digest("hex");
}

/** The bill without what differs from one making to the next, and with the print of its lock file. */
export function sbomJson(bill: Bill): string {
  const { serialNumber: _number, metadata, ...rest } = bill as Bill & Record<string, unknown>;
  const { timestamp: _time, ...about } = (metadata ?? {}) as Record<string, unknown>;
  const properties = [{ name: "kompassen:lock-sha256", value: lockPrint() }];
  return `${JSON.stringify({ ...rest, metadata: { ...about, properties } }, null, 1)}\n`;
}

export function isStale(sbom: string): boolean {
  return !sbom.includes(lockPrint());
}

export function licencesCsv({ components }: Bill): string {
  const rows = components
    .map((component) => [component.name, component.version, licenceOf(component)])
    .toSorted(([a = "", b = ""], [c = "", d = ""]) => a.localeCompare(c, "en") || b.localeCompare(d, "en"));
  return toCsv(["package", "version", "licence"], rows);
}

export function unacceptable({ components }: Bill): string[] {
  return components
    .filter((component) => !ACCEPTED.includes(licenceOf(component)))
    .map((component) => `${component.purl} ${licenceOf(component)}`);
}

function licenceOf({ name, licenses }: Component): string {
  const [first] = licenses ?? [];
  return first?.license?.id ?? first?.license?.name ?? first?.expression ?? OWN_WORD[name] ?? "unknown";
}

/** Packages that name their licence in a file only. */
const OWN_WORD: Readonly<Record<string, string>> = { "png-js": "MIT" };
