import { addDays, type LocalDate } from "@kompassen/domain/shared";
import type { FamilyContext } from "./family-procedure.ts";

/** Somebody of the staff has looked at something about the child on a day, and why. */
export interface FamilyLook {
  readonly day: LocalDate;
  readonly name: string;
  readonly title: string;
  readonly unitName: string | null;
  /** The words of the log for why; several the same day. */
  readonly purposes: readonly string[];
}

const DAYS_SHOWN = 365;

/** Who has looked, by day, during the last year. */
export async function listLooks(
  { tx, today }: FamilyContext,
  { childId }: { readonly childId: string },
): Promise<FamilyLook[]> {
  return await tx.sql<FamilyLook[]>`
    select day::text, name, title, unit_name as "unitName", purposes
      from kompass.family_looks(${childId}, ${addDays(today, -DAYS_SHOWN)})`;
}
