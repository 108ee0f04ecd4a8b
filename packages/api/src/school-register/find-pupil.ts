import type { LocalDate } from "@kompassen/domain/shared";
import { z } from "zod";
import { auditChildren } from "../audit/index.ts";
import type { ActorContext } from "../context/index.ts";
import { civicDigest, civicKey } from "./civic-digest.ts";

export const findPupilInput = z.object({
  /** A name, "Nilo Vandral" or "Vandral", or a personal number of twelve digits. */
  text: z.string().trim().min(2).max(200),
});

export interface FoundPupil {
  readonly sourceId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: LocalDate | null;
  readonly unitId: string;
}

const MOST_HITS = 10;

/**
 * Pupils at the caller's own unit, by name or number, for registering one of them. The database answers for it that
 * only the Barnkontakt of that unit is answered, and that nobody with protected identity is found.
 * @returns `tooMany` instead of a list that could be leafed through
 */
export async function findPupil(
  { tx, today }: ActorContext,
  { text }: z.infer<typeof findPupilInput>,
): Promise<{ readonly pupils: readonly FoundPupil[]; readonly tooMany: boolean }> {
  const isNumber = /^[\d\s+-]+$/.test(text);
  const digest = isNumber ? civicDigest(text, civicKey()) : null;
  const names = text.split(/\s+/);
  const given = isNumber ? "" : names.slice(0, -1).join(" ");
  const family = isNumber ? "" : (names.at(-1) ?? "");
  const found =
    isNumber && digest === null
      ? []
      : await tx.sql<FoundPupil[]>`
          select source_id as "sourceId", given_name as "givenName", family_name as "familyName",
                 birth_date::text as "birthDate", unit_id as "unitId"
            from kompass.find_pupil(${given}, ${family}, decode(${digest}, 'hex'), ${today})`;
  await auditChildren(tx, [], {
    verb: "schoolRegister.findPupil",
    purpose: "registrering",
    fields: ["register_person"],
  });
  const tooMany = found.length > MOST_HITS;
  return { pupils: tooMany ? [] : found, tooMany };
}

/** Whether the caller can look up pupils at all. */
export async function mayFindPupil({ tx }: ActorContext): Promise<boolean> {
  const [row] = await tx.sql<{ may: boolean }[]>`select kompass.register_reaches_me() as may`;
  return row?.may === true;
}
