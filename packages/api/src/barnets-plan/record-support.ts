import { SUPPORT_KINDS, SUPPORT_STATUSES } from "@kompassen/domain/barnets-plan";
import { AREAS } from "@kompassen/domain/behovskompass";
import { z } from "zod";
import type { AuthorizedChild } from "../access/index.ts";
import type { ActorContext } from "../context/index.ts";
import { agreeOrConflict, invalid, notFound } from "../errors/index.ts";
import { day } from "../procedure/index.ts";

const fields = {
  area: z.enum(AREAS),
  kind: z.enum(SUPPORT_KINDS),
  description: z.string().trim().min(1).max(2000),
  givenBy: z.string().trim().min(1).max(200),
  status: z.enum(SUPPORT_STATUSES),
  startsOn: day,
  endsOn: day.nullable(),
};

export const recordSupportInput = z.object({ supportId: z.uuid(), ...fields });
export const changeSupportInput = z.object({ supportId: z.uuid(), version: z.int(), ...fields });

type Support = Omit<z.infer<typeof recordSupportInput>, "supportId">;

/** What support, in which area, by whom, from when. Recording the same id again changes nothing. */
export async function recordSupport(
  { tx, signedIn }: ActorContext,
  { childId }: AuthorizedChild,
  { supportId, ...support }: z.infer<typeof recordSupportInput>,
): Promise<void> {
  ensureRunsForward(support);
  await tx.sql`
    insert into support (kommun_code, id, child_id, area, kind, description, given_by, status, starts_on, ends_on)
    values (${signedIn.kommunCode}, ${supportId}, ${childId}, ${support.area}, ${support.kind}, ${support.description},
            ${support.givenBy}, ${support.status}, ${support.startsOn}, ${support.endsOn})
    on conflict (kommun_code, id) do nothing`;
}

/** Changes or ends a support. What somebody else saved meanwhile is shown, not overwritten. */
export async function changeSupport(
  { tx, signedIn }: ActorContext,
  { childId }: AuthorizedChild,
  { supportId, version, ...support }: z.infer<typeof changeSupportInput>,
): Promise<{ version: number }> {
  ensureRunsForward(support);
  const { sql } = tx;
  const saved = await sql`
    update support set area = ${support.area}, kind = ${support.kind}, description = ${support.description},
           given_by = ${support.givenBy}, status = ${support.status}, starts_on = ${support.startsOn},
           ends_on = ${support.endsOn}, version = version + 1
     where kommun_code = ${signedIn.kommunCode} and child_id = ${childId} and id = ${supportId} and version = ${version}`;
  if (saved.count === 1) return { version: version + 1 };
  const [current] = await sql<(Support & { version: number })[]>`
    select area, kind, description, given_by as "givenBy", status, starts_on::text as "startsOn",
           ends_on::text as "endsOn", version
      from support where kommun_code = ${signedIn.kommunCode} and child_id = ${childId} and id = ${supportId}`;
  if (current === undefined) return notFound();
  const { version: currentVersion, ...stored } = current;
  agreeOrConflict(currentVersion, stored, support);
  return { version: currentVersion };
}

function ensureRunsForward({ startsOn, endsOn }: Support): void {
  if (endsOn !== null && endsOn < startsOn) invalid({ field: "endsOn", expected: "not_before_start" });
}
