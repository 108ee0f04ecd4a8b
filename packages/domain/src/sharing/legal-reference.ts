import { compareText, type LocalDate, localDate } from "../shared/index.ts";

/** Where the law stands that a share rests on. Law moves: a share keeps the version of its day. */
export type LegalReference = {
  readonly key: "anmalan_socialtjanst" | "consent";
  /** Stored with the share: `anmalan_socialtjanst@2025:400`. */
  readonly id: string;
  readonly text: string;
  readonly sfs: string;
  readonly validFrom: LocalDate;
};

const REFERENCES: readonly LegalReference[] = [
  {
    key: "anmalan_socialtjanst",
    id: "anmalan_socialtjanst@2001:453",
    text: "14 kap. 1 § socialtjänstlagen",
    sfs: "2001:453",
    validFrom: localDate("2002-01-01"),
  },
  {
    key: "anmalan_socialtjanst",
    id: "anmalan_socialtjanst@2025:400",
    text: "19 kap. 1 § socialtjänstlagen",
    sfs: "2025:400",
    validFrom: localDate("2025-07-01"),
  },
  {
    key: "consent",
    id: "consent@2009:400",
    text: "12 kap. 2 § offentlighets- och sekretesslagen",
    sfs: "2009:400",
    validFrom: localDate("2009-06-30"),
  },
];

/** The reference in force on a day; none when the law is younger than the day. */
export function legalReferenceOn(key: LegalReference["key"], day: LocalDate): LegalReference | null {
  const inForce = REFERENCES.filter((one) => one.key === key && one.validFrom <= day);
  return inForce.toSorted((a, b) => compareText(a.validFrom, b.validFrom)).at(-1) ?? null;
}

/** "19 kap. 1 § socialtjänstlagen (2025:400)", or null for an id that is not known. */
export function legalReferenceText(id: string): string | null {
  const found = REFERENCES.find((one) => one.id === id);
  return found === undefined ? null : `${found.text} (${found.sfs})`;
}
