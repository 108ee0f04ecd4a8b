import { KompassError } from "@kompassen/api/errors";

/** Said to whoever gave the command; nothing was done. */
export class Refusal extends Error {}

const REASONS: Readonly<Record<string, string>> = {
  release_on_its_way: "Det finns redan ett utkast. Godkänn det eller dra tillbaka det först.",
  same_person: "Den som tog fram utkastet kan inte också godkänna det. Be en annan statistikansvarig.",
  release_not_open: "Det finns inget utkast att godkänna, eller så har det ändrats.",
  release_frozen: "En godkänd utgåva ändras aldrig.",
};

const PERIODS: Readonly<Record<string, string>> = {
  ended: "Ett kvartal kan släppas först när det har tagit slut.",
  not_released: "Kvartalet är redan släppt. En utgåva görs aldrig om.",
  in_order: "Ett senare kvartal är redan släppt. Kvartalen släpps i ordning.",
  each_once: "Ett kvartal är nämnt två gånger.",
  some_period: "Nämn minst ett kvartal, som --period 2026Q1.",
  quarter: "Ett kvartal skrivs som 2026Q1.",
};

/** The sentence for what the api refused; null for anything else. */
export function refusalText(error: unknown): string | null {
  if (error instanceof Refusal) return error.message;
  const known = findKompassError(error);
  if (known === null) return null;
  const { reason, faults } = known.detail;
  if (reason !== undefined) return REASONS[reason] ?? reason;
  const fault = faults?.[0];
  if (fault !== undefined) return PERIODS[fault.expected] ?? `${fault.field}: ${fault.expected}`;
  return "Personen är inte statistikansvarig i kommunen, eller så finns utkastet inte.";
}

const DATABASE_REASONS: Readonly<Record<string, string>> = {
  KP004: "release_frozen",
  KP005: "release_not_open",
  KP006: "same_person",
};

/** The database's own refusals, as the api names them. */
function findKompassError(error: unknown): KompassError | null {
  if (error instanceof KompassError) return error;
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return null;
  if (error.code === "42501") return new KompassError("not_found");
  const reason = DATABASE_REASONS[error.code];
  return reason === undefined ? null : new KompassError("closed", { reason });
}
