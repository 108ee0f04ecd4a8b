import { readFile } from "node:fs/promises";
import path from "node:path";
import {
  type Certificate,
  type EarlierRelease,
  expectation,
  InputFaults,
  type Lattice,
  readCertificate,
} from "@kompassen/disclosure";
import { readPublished } from "./published-csv.ts";

export const PUBLISHED = "published.csv";
export const AUDIT = "audit.json";
export const CERTIFICATE = "certificate.json";

/** The text of a file; null when there is no such file. */
export async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

export async function readText(file: string, name: string): Promise<string> {
  const text = await readIfThere(file);
  if (text !== null) return text;
  throw new InputFaults(name, [{ row: null, column: "", value: "", expected: expectation("file") }]);
}

export function parseJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InputFaults(name, [{ row: null, column: "", value: "", expected: expectation("json") }]);
  }
}

/** The sealed certificate of a release folder; null when it is not kept there. */
export async function readSealed(folder: string, name: string): Promise<Certificate | null> {
  const file = path.join(name, CERTIFICATE);
  const text = await readIfThere(path.join(folder, CERTIFICATE));
  return text === null ? null : readCertificate(file, parseJson(file, text));
}

/** An earlier release from its folder. @throws InputFaults when its published.csv is missing or not ours. */
export async function readRelease(folder: string, name: string, lattice: Lattice): Promise<EarlierRelease> {
  const published = path.join(name, PUBLISHED);
  const text = await readText(path.join(folder, PUBLISHED), published);
  const certificate = await readSealed(folder, name);
  return { release: { name, cells: readPublished(published, text, lattice) }, certificate };
}
