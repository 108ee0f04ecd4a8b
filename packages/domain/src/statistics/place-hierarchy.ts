import { compareText } from "../shared/index.ts";
import { NO_UNIT, type ReleasePlace } from "./release.ts";

/** The område of units that lie in none, and of the standing unit. */
export const NO_OMRADE = "inget-omrade";

export interface PlaceInput {
  readonly kommun: { readonly code: string; readonly name: string };
  readonly omraden: readonly { readonly id: string; readonly name: string }[];
  readonly units: readonly {
    readonly code: string;
    readonly name: string;
    readonly omradeId: string | null;
  }[];
}

/**
 * The places of a release from coarse to fine: kommun, områden that hold a unit, units by code, and the
 * standing unit for children with protected identity, so that totals add.
 */
export function buildPlaces({ kommun, omraden, units }: PlaceInput): ReleasePlace[] {
  const codes = omradeCodes(omraden);
  const parentOf = ({ omradeId }: { readonly omradeId: string | null }) =>
    (omradeId === null ? undefined : codes.get(omradeId)) ?? NO_OMRADE;
  const used = new Set(units.map(parentOf));
  const level = "omrade" as const;
  return [
    { code: kommun.code, name: kommun.name, level: "kommun", parent: null },
    ...omraden
      .flatMap(({ id, name }) => {
        const code = codes.get(id);
        return code === undefined || !used.has(code) ? [] : [{ code, name, level, parent: kommun.code }];
      })
      .toSorted((a, b) => compareText(a.code, b.code)),
    { code: NO_OMRADE, name: "Utan område", level, parent: kommun.code },
    ...units
      .map(
        (unit): ReleasePlace => ({
          code: unit.code,
          name: unit.name,
          level: "unit",
          parent: parentOf(unit),
        }),
      )
      .toSorted((a, b) => compareText(a.code, b.code)),
    { code: NO_UNIT, name: "Ingen enhet", level: "unit", parent: NO_OMRADE },
  ];
}

const FOLDED: Readonly<Record<string, string>> = { å: "a", ä: "a", ö: "o", é: "e", ü: "u" };

/** "Södra Bygden" is `omrade-sodra-bygden`; two of the same name are told apart by number. */
function omradeCodes(omraden: PlaceInput["omraden"]): Map<string, string> {
  const taken = new Set<string>([NO_OMRADE]);
  const codes = new Map<string, string>();
  for (const { id, name } of omraden.toSorted(
    (a, b) => compareText(a.name, b.name) || compareText(a.id, b.id),
  )) {
    const folded = [...name.toLowerCase()].map((letter) => FOLDED[letter] ?? letter).join("");
    const slug = `omrade-${folded.replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-|-$/g, "")}`;
    let code = slug;
    for (let number = 2; taken.has(code); number += 1) code = `${slug}-${number}`;
    taken.add(code);
    codes.set(id, code);
  }
  return codes;
}
