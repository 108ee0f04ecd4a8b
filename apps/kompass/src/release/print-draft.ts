import type { ReleaseAudit } from "@kompassen/api/release";
import type { ReleaseCell, WithheldTable } from "@kompassen/domain/statistics";
import type { Io } from "../io.ts";

interface ReleaseContent {
  readonly id: string;
  readonly periods: readonly string[];
  readonly cells: readonly ReleaseCell[];
  readonly withheld: readonly WithheldTable[];
}

/** Counts alone: what is hidden is for the page of the statistics officer. */
export function printContent({ stdout }: Io, content: ReleaseContent, audit: ReleaseAudit | null): void {
  const { id, periods, cells, withheld } = content;
  const hidden = cells.filter(({ cell }) => cell.status === "protected").length;
  const empty = cells.filter(({ cell }) => cell.status === "not_applicable").length;
  stdout.write(`${id} (${periods.join(", ")})\n`);
  stdout.write(`  ${cells.length} tal: ${cells.length - hidden - empty} visas, ${hidden} visas inte`);
  stdout.write(empty === 0 ? ".\n" : `, ${empty} finns inte (ingen att räkna).\n`);
  for (const line of withheldLines(withheld)) stdout.write(`  ${line}\n`);
  if (audit === null) return;
  stdout.write(
    `  Tabeller med bevis: ${audit.primary} tal dolda för sin egen skull, ${audit.secondary} för andras.\n`,
  );
  stdout.write(
    `  ${audit.exactDisclosures} röjanden. ${audit.sensitive} små tal prövade mot ${audit.worlds} möjliga världar.\n`,
  );
}

const LEVELS: Readonly<Record<WithheldTable["level"], string>> = {
  kommun: "hela tabellen",
  omrade: "områden",
  unit: "enheter",
};

function withheldLines(withheld: readonly WithheldTable[]): string[] {
  const reasons = Map.groupBy(withheld, ({ reason, level }) => `${reason} ${level}`);
  return [...reasons.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const why = first.reason === "too_thin" ? "för få enheter i kommunen" : "går inte att skydda";
    return [`Utelämnat i ${group.length} tabeller: ${LEVELS[first.level]} (${why}).`];
  });
}

/** "0,9 sekunder" */
export function secondsText(seconds: number): string {
  return `${seconds.toFixed(1).replace(".", ",")} sekunder`;
}
