import { PERSON_ROLES } from "@kompassen/domain/people";
import { addDays } from "@kompassen/domain/shared";
import { z } from "zod";
import type { ActorContext } from "../context/index.ts";
import { invalid, notFound } from "../errors/index.ts";
import { day } from "../procedure/index.ts";
import { requireStepUp } from "../session/index.ts";
import { auditAdministration, WAY_IN_MINUTES } from "./administrator-procedure.ts";

export const grantRoleInput = z.object({
  personId: z.uuid(),
  role: z.enum(PERSON_ROLES),
  validFrom: day,
  validTo: day.nullable(),
});

/**
 * From and to. Nobody gives themselves a role: the database refuses it too.
 * @throws KompassError `step_up_needed`
 */
export async function grantRole(
  ctx: ActorContext,
  { personId, role, validFrom, validTo }: z.infer<typeof grantRoleInput>,
): Promise<void> {
  requireStepUp(ctx, WAY_IN_MINUTES);
  if (validTo !== null && validTo < validFrom) {
    return invalid({ field: "validTo", expected: "not_before_start" });
  }
  const { sql } = ctx.tx;
  const running = await sql`
    select 1 from person_role
     where kommun_code = ${ctx.signedIn.kommunCode} and person_id = ${personId} and role = ${role}
       and (valid_to is null or valid_to >= ${validFrom}) and (${validTo}::date is null or valid_from <= ${validTo}::date)
       and (valid_to is null or valid_to >= valid_from)`;
  if (running.length > 0) return invalid({ field: "role", expected: "not_held_already" });
  await sql`
    insert into person_role (kommun_code, person_id, role, valid_from, valid_to)
    values (${ctx.signedIn.kommunCode}, ${personId}, ${role}, ${validFrom}, ${validTo})
    on conflict (kommun_code, person_id, role, valid_from) do update set valid_to = excluded.valid_to`;
  await auditAdministration(ctx, "grantRole", { table: "person_role", id: personId, fields: [role] });
}

export const endRoleInput = z.object({ personId: z.uuid(), role: z.enum(PERSON_ROLES), validFrom: day });

/** Ends at once: the last day was yesterday. */
export async function endRole(
  ctx: ActorContext,
  { personId, role, validFrom }: z.infer<typeof endRoleInput>,
): Promise<void> {
  const { sql } = ctx.tx;
  const ended = await sql`
    update person_role set valid_to = ${addDays(ctx.today, -1)}
     where kommun_code = ${ctx.signedIn.kommunCode} and person_id = ${personId} and role = ${role}
       and valid_from = ${validFrom} and (valid_to is null or valid_to >= ${ctx.today})`;
  if (ended.count === 0) return notFound();
  await auditAdministration(ctx, "endRole", { table: "person_role", id: personId, fields: [role] });
}
