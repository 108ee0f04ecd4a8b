import type { PersonRole } from "@kompassen/domain/people";
import type { LocalDate } from "@kompassen/domain/shared";
import { z } from "zod";
import type { ActorContext } from "../context/index.ts";
import { conflict, invalid, notFound } from "../errors/index.ts";
import { requireStepUp } from "../session/index.ts";
import { auditAdministration, changedFields, WAY_IN_MINUTES } from "./administrator-procedure.ts";

export const searchPersonsInput = z.object({
  /** Part of a name or a login; empty lists the first in order. */
  text: z.string().trim().max(200),
  unitId: z.uuid().nullable(),
  page: z.int().min(1).max(1000),
});

export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly unitName: string | null;
  readonly isDisabled: boolean;
  readonly roles: readonly PersonRole[];
}

const PAGE = 50;

/** Staff of the kommun by name; nobody who is a child or a guardian is here. */
export async function searchPersons(
  { tx, signedIn, today }: ActorContext,
  { text, unitId, page }: z.infer<typeof searchPersonsInput>,
): Promise<{ readonly persons: readonly PersonRow[]; readonly total: number }> {
  const { sql } = tx;
  const pattern = `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const found = sql`
    from person p left join unit u on u.kommun_code = p.kommun_code and u.id = p.unit_id
     where p.kommun_code = ${signedIn.kommunCode} and (${unitId}::uuid is null or p.unit_id = ${unitId}::uuid)
       and (p.given_name || ' ' || p.family_name ilike ${pattern} or p.login_key ilike ${pattern})`;
  const [persons, [count]] = await Promise.all([
    sql<PersonRow[]>`
      select p.id, p.given_name || ' ' || p.family_name as name, p.title, u.name as "unitName",
             p.disabled_at is not null as "isDisabled",
             array(select r.role from person_role r where r.kommun_code = p.kommun_code and r.person_id = p.id
                      and r.valid_from <= ${today} and (r.valid_to is null or r.valid_to >= ${today}) order by r.role) as roles
      ${found} order by p.family_name, p.given_name, p.id limit ${PAGE} offset ${(page - 1) * PAGE}`,
    sql<{ total: number }[]>`select count(*)::int as total ${found}`,
  ]);
  if (count === undefined) throw new Error("nothing was counted");
  return { persons, total: count.total };
}

export const ofPerson = z.object({ personId: z.uuid() });

export interface PersonView {
  readonly id: string;
  readonly loginKey: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly title: string;
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly isDisabled: boolean;
  readonly version: number;
  readonly isOneself: boolean;
  readonly roles: readonly {
    readonly role: PersonRole;
    readonly validFrom: LocalDate;
    readonly validTo: LocalDate | null;
  }[];
}

export async function getPerson(
  { tx, signedIn }: ActorContext,
  { personId }: z.infer<typeof ofPerson>,
): Promise<PersonView> {
  const { sql } = tx;
  const [[person], roles] = await Promise.all([
    sql<Omit<PersonView, "roles" | "isOneself">[]>`
      select p.id, p.login_key as "loginKey", p.given_name as "givenName", p.family_name as "familyName", p.title,
             p.unit_id as "unitId", u.name as "unitName", p.disabled_at is not null as "isDisabled", p.version
        from person p left join unit u on u.kommun_code = p.kommun_code and u.id = p.unit_id
       where p.kommun_code = ${signedIn.kommunCode} and p.id = ${personId}`,
    sql<PersonView["roles"][number][]>`
      select role, valid_from::text as "validFrom", valid_to::text as "validTo" from person_role
       where kommun_code = ${signedIn.kommunCode} and person_id = ${personId} order by valid_to nulls first, role, valid_from`,
  ]);
  if (person === undefined) return notFound();
  return { ...person, roles, isOneself: personId === signedIn.personId };
}

const name = z.string().trim().min(1).max(200);

export const recordPersonInput = z.object({
  personId: z.uuid(),
  /** The version that is changed; null adds a person. */
  version: z.int().nullable(),
  /** What the login service calls the person: orgAffiliation. */
  loginKey: z.string().trim().min(1).max(300),
  givenName: name,
  familyName: name,
  title: name,
  unitId: z.uuid().nullable(),
});

/**
 * Adds somebody who works here, or changes who they are. A login that stands to children is not given to another.
 * @throws KompassError `step_up_needed` for a new person and for another login
 */
export async function recordPerson(
  ctx: ActorContext,
  { personId, version, ...sent }: z.infer<typeof recordPersonInput>,
): Promise<void> {
  const { sql } = ctx.tx;
  const { kommunCode } = ctx.signedIn;
  const taken = await sql`
    select 1 from person where kommun_code = ${kommunCode} and login_key = ${sent.loginKey} and id <> ${personId}`;
  if (taken.length > 0) return invalid({ field: "loginKey", expected: "not_taken" });
  if (version === null) {
    requireStepUp(ctx, WAY_IN_MINUTES);
    const added = await sql`
      insert into person (kommun_code, id, login_key, given_name, family_name, title, unit_id)
      values (${kommunCode}, ${personId}, ${sent.loginKey}, ${sent.givenName}, ${sent.familyName}, ${sent.title}, ${sent.unitId})
      on conflict (kommun_code, id) do nothing`;
    if (added.count === 0) return;
    return auditAdministration(ctx, "recordPerson", {
      table: "person",
      id: personId,
      fields: Object.keys(sent),
    });
  }
  const [stored] = await sql<(typeof sent & { version: number })[]>`
    select login_key as "loginKey", given_name as "givenName", family_name as "familyName", title,
           unit_id as "unitId", version
      from person where kommun_code = ${kommunCode} and id = ${personId} for update`;
  if (stored === undefined) return notFound();
  const { version: current, ...fields } = stored;
  if (current !== version) return conflict(current, fields);
  if (fields.loginKey !== sent.loginKey) requireStepUp(ctx, WAY_IN_MINUTES);
  await sql`
    update person set login_key = ${sent.loginKey}, given_name = ${sent.givenName}, family_name = ${sent.familyName},
           title = ${sent.title}, unit_id = ${sent.unitId}, version = version + 1
     where kommun_code = ${kommunCode} and id = ${personId}`;
  await auditAdministration(ctx, "recordPerson", {
    table: "person",
    id: personId,
    fields: changedFields(fields, sent),
  });
}

export const setDisabledInput = z.object({ personId: z.uuid(), version: z.int(), isDisabled: z.boolean() });

/**
 * Closes an account, whose sessions end at once, or opens it again. Nobody closes their own.
 * @throws KompassError `step_up_needed` for one that is opened
 */
export async function setDisabled(
  ctx: ActorContext,
  { personId, version, isDisabled }: z.infer<typeof setDisabledInput>,
): Promise<void> {
  if (!isDisabled) requireStepUp(ctx, WAY_IN_MINUTES);
  const { sql } = ctx.tx;
  const here = sql`kommun_code = ${ctx.signedIn.kommunCode} and id = ${personId}`;
  const saved = await sql`
    update person set disabled_at = case when ${isDisabled} then coalesce(disabled_at, now()) end, version = version + 1
     where ${here} and version = ${version}`;
  if (saved.count === 0) {
    const [current] = await sql<{ version: number; isDisabled: boolean }[]>`
      select version, disabled_at is not null as "isDisabled" from person where ${here}`;
    if (current === undefined) return notFound();
    if (current.isDisabled === isDisabled) return;
    return conflict(current.version, { isDisabled: current.isDisabled });
  }
  await auditAdministration(ctx, "setDisabled", { table: "person", id: personId, fields: ["disabled_at"] });
}
