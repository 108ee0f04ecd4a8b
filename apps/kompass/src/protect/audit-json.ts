import type { CellTally, CountsAudit, Lattice, MeansAudit } from "@kompassen/disclosure";

/** What the possible worlds proved, in the words of audit.json. */
export interface AuditFindings {
  readonly checks: Readonly<Record<string, number>>;
  readonly narrowest_interval: Readonly<Record<string, unknown>> | null;
  readonly exact_disclosures: number;
}

interface AuditInput {
  readonly lattice: Lattice;
  readonly periods: readonly string[];
  readonly tally: CellTally;
  readonly findings: AuditFindings;
  readonly seconds: number;
}

/** The sealed account of a release. It depends on the hidden numbers: the statistics officer's alone. */
export function writeAudit({ lattice, periods, tally, findings, seconds }: AuditInput): string {
  const safe = tally.published + tally.secondary;
  const audit = {
    format: "disclosure-audit-1",
    periods,
    parameters: lattice.parameters,
    cells: {
      published: tally.published,
      protected_primary: tally.primary,
      protected_secondary: tally.secondary,
      not_applicable: tally.notApplicable,
    },
    safe_cells_kept: safe === 0 ? null : Number((tally.published / safe).toFixed(4)),
    ...findings,
    seconds: Number(seconds.toFixed(3)),
  };
  return `${JSON.stringify(audit, null, 2)}\n`;
}

/** The finest codes of an atom, by dimension. */
type NameAtom = (atom: number) => readonly string[];

export function countsFindings(audit: CountsAudit, nameAtom: NameAtom): AuditFindings {
  const { sensitive, checks, unproven, worlds, openToParents, narrowest } = audit;
  const interval =
    narrowest === null
      ? null
      : { codes: nameAtom(narrowest.atom), value: narrowest.value, low: narrowest.low, high: narrowest.high };
  return {
    checks: { sensitive, checked: checks, unproven, worlds, open_to_one_known_child: openToParents },
    narrowest_interval: interval,
    exact_disclosures: audit.exactDisclosures,
  };
}

export function meansFindings(audit: MeansAudit, nameAtom: NameAtom): AuditFindings {
  const { sensitive, worlds, narrowest } = audit;
  const interval =
    narrowest === null
      ? null
      : { atoms: narrowest.atoms.map(nameAtom), low: narrowest.low, high: narrowest.high };
  return {
    checks: { sensitive, worlds },
    narrowest_interval: interval,
    exact_disclosures: audit.exactDisclosures,
  };
}
