import type { Cell } from "./cell.ts";

/**
 * P5: a share as it may be published. Both ends are banded by how many children there are, and below 100
 * children the middle is banded too, since a whole per cent of few children gives back the numerator
 * (NCES 2011-603). Never a numerator, and nothing below ten children (P2).
 * @param part children with the property, from 0 to n
 */
export function shareCell(part: number, n: number, minimum = 10): Cell {
  if (n === 0) return { status: "not_applicable" };
  if (n < minimum) return { status: "protected" };
  const { end, step } = bandsFor(n);
  const percent = (100 * part) / n;
  if (percent <= end) return { status: "band", band: `<=${end}` };
  if (percent >= 100 - end) return { status: "band", band: `>=${100 - end}` };
  if (step === 1)
    return { status: "published", value: Math.min(99 - end, Math.max(end + 1, Math.round(percent))) };
  // Percentages between two bands belong to the lower one: 29.4 is in 20-29.
  const low = Math.floor(percent / step) * step;
  return { status: "band", band: `${Math.max(low, end + 1)}-${low + step - 1}` };
}

function bandsFor(n: number): { readonly end: number; readonly step: number } {
  if (n < 20) return { end: 20, step: 10 };
  if (n < 40) return { end: 10, step: 5 };
  if (n < 100) return { end: 5, step: 5 };
  return n < 200 ? { end: 2, step: 1 } : { end: 1, step: 1 };
}
