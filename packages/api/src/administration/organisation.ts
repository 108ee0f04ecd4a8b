import { UNIT_KINDS, type UnitKind } from "@kompassen/domain/people";
import type { LocalDate } from "@kompassen/domain/shared";
import { z } from "zod";
import type { ActorContext } from "../context/index.ts";
import { conflict, invalid, notFound } from "../errors/index.ts";
import { day } from "../procedure/index.ts";
import { auditAdministration, changedFields } from "./administrator-procedure.ts";

export interface Omrade {
  readonly id: string;
  readonly name: string;
  readonly validTo: LocalDate | null;
  readonly version: number;
}

export interface Unit {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly omradeId: string | null;
  readonly huvudman: string | null;
  readonly schoolUnitCode: string | null;
  readonly validTo: LocalDate | null;
  readonly version: number;
  /** How many people have it as their place of work. */
  readonly staff: number;
}

export interface Organisation {
  readonly kommun: { readonly code: string; readonly name: string };
  readonly omraden: readonly Omrade[];
  readonly units: readonly Unit[];
}

/** The kommun with its areas and places, also those that are closed. */
export async function getOrganisation({ tx, signedIn }: ActorContext): Promise<Organisation> {
  const { sql } = tx;
  const here = sql`kommun_code = ${signedIn.kommunCode}`;
  const [[kommun], omraden, units] = await Promise.all([
    sql<{ code: string; name: string }[]>`select kommun_code as code, name from kommun where ${here}`,
    sql<Omrade[]>`
      select id, name, valid_to::text as "validTo", version from omrade where ${here} order by name`,
    sql<Unit[]>`
      select u.id, u.code, u.name, u.kind, u.omrade_id as "omradeId", u.huvudman,
             u.school_unit_code as "schoolUnitCode", u.valid_to::text as "validTo", u.version,
             (select count(*)::int from person p where p.kommun_code = u.kommun_code and p.unit_id = u.id
                 and p.disabled_at is null) as staff
        from unit u where u.kommun_code = ${signedIn.kommunCode} order by u.name`,
  ]);
  if (kommun === undefined) return notFound();
  return { kommun, omraden, units };
}

const name = z.string().trim().min(1).max(200);

export const recordOmradeInput = z.object({
  omradeId: z.uuid(),
  /** The version that is changed; null adds an area. */
  version: z.int().nullable(),
  name,
  /** Last day; an area is closed and never deleted. */
  validTo: day.nullable(),
});

export async function recordOmrade(
  ctx: ActorContext,
  { omradeId, version, ...sent }: z.infer<typeof recordOmradeInput>,
): Promise<void> {
  const { sql } = ctx.tx;
  const here = sql`kommun_code = ${ctx.signedIn.kommunCode} and id = ${omradeId}`;
  if (version === null) {
    const added = await sql`
      insert into omrade (kommun_code, id, name, valid_to)
      values (${ctx.signedIn.kommunCode}, ${omradeId}, ${sent.name}, ${sent.validTo}) on conflict (kommun_code, id) do nothing`;
    if (added.count === 0) return;
    return auditAdministration(ctx, "recordOmrade", { table: "omrade", id: omradeId, fields: ["name"] });
  }
  const [stored] = await sql<{ name: string; validTo: string | null; version: number }[]>`
    select name, valid_to::text as "validTo", version from omrade where ${here} for update`;
  if (stored === undefined) return notFound();
  const { version: current, ...fields } = stored;
  if (current !== version) return conflict(current, fields);
  await sql`update omrade set name = ${sent.name}, valid_to = ${sent.validTo}, version = version + 1 where ${here}`;
  await auditAdministration(ctx, "recordOmrade", {
    table: "omrade",
    id: omradeId,
    fields: changedFields(fields, sent),
  });
}

export const recordUnitInput = z.object({
  unitId: z.uuid(),
  /** The version that is changed; null adds a place. */
  version: z.int().nullable(),
  /** What files call the place. */
  code: z.string().trim().min(1).max(40),
  name,
  kind: z.enum(UNIT_KINDS),
  omradeId: z.uuid().nullable(),
  huvudman: z.string().trim().min(1).max(200).nullable(),
  schoolUnitCode: z
    .string()
    .regex(/^\d{8}$/)
    .nullable(),
  /** Last day; a place is closed and never deleted: what happened there stays there. */
  validTo: day.nullable(),
});

type StoredUnit = Omit<z.infer<typeof recordUnitInput>, "unitId" | "version"> & { readonly version: number };

/** Adds a place, or changes or closes one. */
export async function recordUnit(
  ctx: ActorContext,
  { unitId, version, ...sent }: z.infer<typeof recordUnitInput>,
): Promise<void> {
  const { sql } = ctx.tx;
  const here = sql`kommun_code = ${ctx.signedIn.kommunCode} and id = ${unitId}`;
  await ensureCodesAreFree(ctx, unitId, sent);
  if (version === null) {
    const added = await sql`
      insert into unit (kommun_code, id, code, name, kind, omrade_id, huvudman, school_unit_code, valid_to)
      values (${ctx.signedIn.kommunCode}, ${unitId}, ${sent.code}, ${sent.name}, ${sent.kind}, ${sent.omradeId},
              ${sent.huvudman}, ${sent.schoolUnitCode}, ${sent.validTo})
      on conflict (kommun_code, id) do nothing`;
    if (added.count === 0) return;
    return auditAdministration(ctx, "recordUnit", { table: "unit", id: unitId, fields: Object.keys(sent) });
  }
  const [stored] = await sql<StoredUnit[]>`
    select code, name, kind, omrade_id as "omradeId", huvudman, school_unit_code as "schoolUnitCode",
           valid_to::text as "validTo", version
      from unit where ${here} for update`;
  if (stored === undefined) return notFound();
  const { version: current, ...fields } = stored;
  if (current !== version) return conflict(current, fields);
  await sql`
    update unit set code = ${sent.code}, name = ${sent.name}, kind = ${sent.kind}, omrade_id = ${sent.omradeId},
           huvudman = ${sent.huvudman}, school_unit_code = ${sent.schoolUnitCode}, valid_to = ${sent.validTo},
           version = version + 1
     where ${here}`;
  await auditAdministration(ctx, "recordUnit", {
    table: "unit",
    id: unitId,
    fields: changedFields(fields, sent),
  });
}

async function ensureCodesAreFree(
  { tx, signedIn }: ActorContext,
  unitId: string,
  { code, schoolUnitCode }: { readonly code: string; readonly schoolUnitCode: string | null },
): Promise<void> {
  const taken = await tx.sql<{ hasCode: boolean; hasSchoolUnitCode: boolean }[]>`
    select code = ${code} as "hasCode", school_unit_code is not distinct from ${schoolUnitCode} as "hasSchoolUnitCode"
      from unit where kommun_code = ${signedIn.kommunCode} and id <> ${unitId}
       and (code = ${code} or school_unit_code = ${schoolUnitCode})`;
  const faults = [
    ...(taken.some(({ hasCode }) => hasCode) ? [{ field: "code", expected: "not_taken" }] : []),
    ...(schoolUnitCode !== null && taken.some(({ hasSchoolUnitCode }) => hasSchoolUnitCode)
      ? [{ field: "schoolUnitCode", expected: "not_taken" }]
      : []),
  ];
  if (faults.length > 0) invalid(...faults);
}
