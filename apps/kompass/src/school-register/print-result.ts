import type { RegisterImportResult, StepCount, TriedCounts } from "@kompassen/api/school-register";
import type { Io } from "../io.ts";

const WORDS = [
  ["organisations", "organisationer"],
  ["placements", "placeringar"],
  ["duties", "tjänster"],
  ["persons", "personer"],
  ["missing_persons", "efterfrågade"],
  ["deleted", "borttaget"],
] as const;

export function printEnded({ run, state, counts, faultCount }: RegisterImportResult, { stdout }: Io): void {
  const settled = counts.settled;
  const lines = [
    state === "done"
      ? "Skolregistret är inläst."
      : `Skolregistret är inläst, men ${faultCount} fel avvisade sidor.`,
    run.isFull ? "  hela registret" : `  ändringar sedan ${run.modifiedAfter}`,
    ...(run.isResumed ? ["  fortsatte där förra inläsningen slutade"] : []),
    ...WORDS.flatMap(([step, word]) => {
      const count = counts[step];
      return count === undefined ? [] : [line(word, count)];
    }),
    ...(settled === undefined
      ? []
      : [
          `  följda barn: ${settled.moved} har bytt enhet, ${settled.candidates} uppgifter om vårdnadshavare att bekräfta`,
          `  ${settled.removed} poster fanns inte längre och har tagits bort`,
        ]),
    ...(settled !== undefined && settled.heldBack > 0
      ? [
          `  ${settled.heldBack} poster fanns inte i läsningen. De är så många att de står kvar.`,
          "  Är det rätt att de är borta? Kör samma kommando igen med --remove-missing.",
        ]
      : []),
    ...(settled !== undefined && settled.left > 0
      ? [`  ${settled.left} följda barn finns inte längre i registret`]
      : []),
  ];
  stdout.write(`${lines.join("\n")}\n`);
}

/** @returns whether a page would be refused */
export function printTried(tried: TriedCounts, { stdout }: Io): boolean {
  const lines = WORDS.flatMap(([step, word]) => {
    const count = step === "missing_persons" || step === "deleted" ? undefined : tried[step];
    return count === undefined ? [] : [line(word, count)];
  });
  stdout.write(`Provläst. Inget har skrivits.\n${lines.join("\n")}\n`);
  return Object.values(tried).some(({ refused }) => refused > 0);
}

function line(word: string, { seen, added, changed, refused }: StepCount): string {
  const refusedText = refused > 0 ? `, ${refused} avvisade` : "";
  return `  ${word.padEnd(15)}${seen}: ${added} nya, ${changed} ändrade${refusedText}`;
}
