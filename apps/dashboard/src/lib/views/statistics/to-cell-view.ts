import { cellText } from "@kompassen/domain/export";
import type { Language } from "@kompassen/domain/shared";
import type { ReleaseCell } from "@kompassen/domain/statistics";

/** A cell as a page shows it. A hidden one is a shape without content: there is nothing in it to leak. */
export type CellView =
  | { readonly kind: "shown"; readonly text: string; readonly children: number | null }
  | { readonly kind: "hidden" }
  | { readonly kind: "absent" };

/** A cell that the release lacks is absent, like one that does not apply. */
export function toCellView(cell: ReleaseCell | undefined, language: Language): CellView {
  switch (cell?.cell.status) {
    case "published":
      return { kind: "shown", text: cellText(cell, language), children: cell.cell.n ?? null };
    case "band":
      return { kind: "shown", text: cellText(cell, language), children: null };
    case "protected":
      return { kind: "hidden" };
    default:
      return { kind: "absent" };
  }
}
