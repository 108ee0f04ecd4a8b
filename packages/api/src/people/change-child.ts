import { PROTECTED_IDENTITIES, type ProtectedIdentity } from "@kompassen/domain/people";
import { addDays } from "@kompassen/domain/shared";
import { z } from "zod";
import type { AuthorizedChild, AuthorizedChildId } from "../access/index.ts";
import type { ActorContext } from "../context/index.ts";
import { agreeOrConflict, invalid, notFound } from "../errors/index.ts";
import { day } from "../procedure/index.ts";

const name = z.string().trim().min(1).max(200);

export const changeChildInput = z.object({
  givenName: name,
  familyName: name,
  birthDate: day.nullable(),
  /** Null leaves the child where it is: with protected identity the form does not know the unit. */
  unitId: z.uuid().nullable(),
  protectedIdentity: z.enum(PROTECTED_IDENTITIES),
  version: z.int(),
});

type Input = z.infer<typeof changeChildInput>;

interface StoredChild {
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: string | null;
  readonly unitId: string;
  readonly protectedIdentity: ProtectedIdentity;
  readonly version: number;
}

/**
 * Corrects what is recorded of the child itself. A new unit is a move from today on; what has happened stays with
 * the unit it happened at.
 */
export async function changeChild(
  ctx: ActorContext,
  { childId }: AuthorizedChild,
  { version, ...input }: Input,
): Promise<void> {
  const { tx, signedIn, today } = ctx;
  if (input.birthDate !== null && input.birthDate > today) {
    return invalid({ field: "birthDate", expected: "not_in_the_future" });
  }
  const { sql } = tx;
  const [stored] = await sql<StoredChild[]>`
    select given_name as "givenName", family_name as "familyName", birth_date::text as "birthDate",
           unit_id as "unitId", protected_identity as "protectedIdentity", version
      from child where kommun_code = ${signedIn.kommunCode} and id = ${childId} for update`;
  if (stored === undefined) return notFound();
  if (stored.version !== version) {
    const { version: current, unitId, ...rest } = stored;
    const shown = { ...rest, unitId: stored.protectedIdentity === "ingen" ? unitId : null };
    return agreeOrConflict(current, shown, input);
  }
  const unitId = input.unitId ?? stored.unitId;
  await sql`
    update child set given_name = ${input.givenName}, family_name = ${input.familyName},
                     birth_date = ${input.birthDate}, unit_id = ${unitId},
                     protected_identity = ${input.protectedIdentity}, version = version + 1
     where kommun_code = ${signedIn.kommunCode} and id = ${childId}`;
  if (unitId !== stored.unitId) await moveTo(ctx, childId, unitId);
}

async function moveTo({ tx, signedIn, today }: ActorContext, childId: AuthorizedChildId, unitId: string) {
  const { sql } = tx;
  const here = sql`kommun_code = ${signedIn.kommunCode} and child_id = ${childId} and valid_to is null`;
  const sameDay = await sql`update placement set unit_id = ${unitId} where ${here} and valid_from = ${today}`;
  if (sameDay.count > 0) return;
  await sql`update placement set valid_to = ${addDays(today, -1)} where ${here}`;
  await sql`
    insert into placement (kommun_code, id, child_id, unit_id, valid_from)
    values (${signedIn.kommunCode}, gen_random_uuid(), ${childId}, ${unitId}, ${today})`;
}
