import type { ActorTransaction } from "@kompassen/db";
import {
  type ConsentRecord,
  type ConsentStep,
  covers,
  type MissingConsent,
  type Share,
} from "@kompassen/domain/consent";
import type { LocalDate } from "@kompassen/domain/shared";
import { KompassError } from "../errors/index.ts";

/**
 * Whose yes is missing before something is shared with a unit, by the domain's rule; the database holds its own.
 */
export async function listMissing(
  { sql }: ActorTransaction,
  childId: string,
  gate: { readonly step: ConsentStep; readonly on: LocalDate; readonly share?: Share },
): Promise<readonly MissingConsent[]> {
  const [records, guardians, asked] = await Promise.all([
    sql<ConsentRecord[]>`
      select c.id, c.step, c.guardian_id as "guardianId", c.state, c.decided_on::text as "decidedOn",
             c.valid_to::text as "validTo", c.corrects,
             coalesce((select json_agg(json_build_object('fromUnitId', s.from_unit_id, 'toUnitId', s.to_unit_id,
                                                         'areas', s.areas))
                         from consent_scope s where s.kommun_code = c.kommun_code and s.consent_id = c.id), '[]') as scope
        from consent c where c.kommun_code = kompass.kommun() and c.child_id = ${childId} order by c.recorded_at, c.id`,
    sql<
      { id: string }[]
    >`select id from guardian where kommun_code = kompass.kommun() and child_id = ${childId}`,
    sql<{ isAsked: boolean }[]>`
      select is_asked as "isAsked" from child_asked
       where kommun_code = kompass.kommun() and child_id = ${childId} and step = ${gate.step}
         and decided_on <= ${gate.on} order by decided_on desc, recorded_at desc, id desc limit 1`,
  ]);
  const coverage = covers(records, {
    ...gate,
    guardianIds: guardians.map(({ id }) => id),
    asksChild: asked[0]?.isAsked === true,
  });
  return coverage.isCovered ? [] : coverage.missing;
}

/** @throws KompassError `consent_missing` with the step, or `outside_scope` when a yes does not reach the unit */
export async function ensureCovered(...[tx, childId, gate]: Parameters<typeof listMissing>): Promise<void> {
  const missing = await listMissing(tx, childId, gate);
  if (missing.length === 0) return;
  const isOutside = missing.every(({ why }) => why === "outside_scope");
  throw new KompassError("consent_missing", { reason: isOutside ? "outside_scope" : gate.step });
}
