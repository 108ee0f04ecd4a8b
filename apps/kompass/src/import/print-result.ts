import {
  type Count,
  type ImportFault,
  type ImportSummary,
  importFaultText,
  type NewVersion,
} from "@kompassen/api/import";
import type { Io } from "../io.ts";
import type { ImportFileNames } from "./arguments.ts";

const FAULT_SOURCES: Record<ImportFault["file"], (files: ImportFileNames) => string> = {
  history: ({ history }) => history ?? "",
  children: ({ children }) => children ?? "",
  equivalence: ({ equivalence }) => equivalence ?? "",
  instrument: ({ instrument }) => instrument ?? "",
  options: () => "kommandot",
};

/** Every fault under the name of its file, and that nothing was written. */
export function printFaults(
  faultCount: number,
  faults: readonly ImportFault[],
  files: ImportFileNames,
  { stderr }: Io,
): void {
  const count = faultCount === 1 ? "1 fel" : `${faultCount} fel`;
  stderr.write(`${count}. Inget har lästs in.\n`);
  for (const [file, group] of Map.groupBy(faults, (fault) => FAULT_SOURCES[fault.file](files))) {
    stderr.write(`${file}:\n${group.map((fault) => `  ${importFaultText(fault, "sv")}\n`).join("")}`);
  }
  const rest = faultCount - faults.length;
  if (rest > 0) stderr.write(`… och ${rest} fel till.\n`);
}

export function printSummary(summary: ImportSummary, { stdout }: Io): void {
  const lines = [
    summary.isChange ? "Inläsningen är klar." : "Allt i filen fanns redan. Inget har ändrats.",
    `  rader        ${summary.rows}`,
    `  barn         ${counted(summary.children, "nya", "fanns redan")}`,
    `  kompasser    ${counted(summary.compasses, "nya", "fanns redan")}`,
    `  skattningar  ${counted(summary.assessments, "nya", "fanns redan")}`,
    `  tankar, mål  ${counted(summary.thoughts, "nya", "fanns redan")}`,
    ...(summary.isChange ? [`  lyfta        ${summary.signals}`] : []),
    ...summary.versions.map((version) => `  formulär     ${versionText(version)}`),
    ...(summary.equivalences > 0 ? [`  motsvarigheter mellan versioner: ${summary.equivalences}`] : []),
    ...(summary.thoughtsKept > 0
      ? [
          `I ${summary.thoughtsKept} områden säger Kompassen nu något annat än filen; det som står där står kvar.`,
        ]
      : []),
  ];
  stdout.write(`${lines.join("\n")}\n`);
}

function counted({ new: added, known }: Count, addedWord: string, knownWord: string): string {
  return `${added} ${addedWord}, ${known} ${knownWord}`;
}

const ORIGINS: Record<NewVersion["origin"], string> = {
  placeholder: "platshållare",
  official: "officiellt",
  adopted: "utan text",
};

function versionText({ instrument, version, origin, statements }: NewVersion): string {
  return `${instrument} ${version}, ${ORIGINS[origin]}, ${statements} påståenden`;
}
