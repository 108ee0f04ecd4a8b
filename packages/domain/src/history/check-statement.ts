import type { Area, InstrumentId } from "../behovskompass/index.ts";
import { isTooLong, TOO_LONG } from "../shared/index.ts";
import type { KnownVersions } from "./known-versions.ts";
import type { CellFault } from "./read-assessment.ts";

/**
 * A skattningsformular is answered by statement and a samtalsunderlag with one rating an area; where the
 * versions are known, so are their areas and keys. Null when the cell is as it should be.
 */
export function checkStatement(
  statement: string,
  area: Area,
  form: { readonly instrument: InstrumentId; readonly instrumentVersion: string },
  known: KnownVersions | null,
): CellFault | null {
  const { instrument, instrumentVersion: version } = form;
  const fault = (expected: CellFault["expected"]): CellFault => ({
    column: "statement",
    value: statement,
    expected,
  });
  if (instrument === "samtalsunderlag") return statement === "" ? null : fault({ code: "no_statement" });
  if (statement === "") return fault({ code: "statement_key" });
  if (isTooLong(statement)) return fault(TOO_LONG);
  if (known === null) return null;
  // Stryker disable next-line OptionalChaining: the version has been found before its statements are read
  const isKnown = known.get(instrument)?.get(version)?.get(area)?.has(statement) === true;
  return isKnown ? null : fault({ code: "known_statement", version, area });
}
