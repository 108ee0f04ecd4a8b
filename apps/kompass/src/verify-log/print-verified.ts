import type { LogFaultKind } from "@kompassen/domain/audit";
import { FAULT_WORDS, HEAD_FILE_WORDS } from "./fault-words.ts";
import { isWhole, type VerifiedKommun } from "./verify-log.ts";

const MOST_LINES = 20;

export function verifiedText(kommuner: readonly VerifiedKommun[], seconds: number): string {
  const rows = kommuner.reduce((sum, kommun) => sum + kommun.rows, 0);
  const pace = seconds > 0 ? Math.round(rows / seconds) : rows;
  const time = `${rows} rader på ${seconds.toFixed(1).replace(".", ",")} s (${pace} rader i sekunden).`;
  return `${[...kommuner.flatMap(linesOf), time].join("\n")}\n`;
}

function linesOf(kommun: VerifiedKommun): string[] {
  const { kommunCode, rows, chains, heads, faults, headFaults, counts } = kommun;
  const held = heads === null ? "inget är publicerat av den" : `hållen mot ${heads}`;
  const about = `${rows} rader i ${chains} kedjor, ${held}`;
  if (isWhole(kommun)) return [`Kommun ${kommunCode}: loggen är hel. ${about}.`];
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return [
    `Kommun ${kommunCode}: LOGGEN ÄR INTE HEL. ${about}.`,
    ...headFaults.map(({ kind, name }) => `  ${name}: ${HEAD_FILE_WORDS[kind]}`),
    ...faults
      .slice(0, MOST_LINES)
      .map(({ kind, chain, sequence }) => `  kedja ${chain} rad ${sequence}: ${FAULT_WORDS[kind]}`),
    ...(total > MOST_LINES ? [`  … ${total} fel i allt: ${countsText(counts)}`] : []),
  ];
}

function countsText(counts: VerifiedKommun["counts"]): string {
  return Object.entries(counts)
    .map(([kind, count]) => `${count} × ${FAULT_WORDS[kind as LogFaultKind]}`)
    .join(", ");
}
