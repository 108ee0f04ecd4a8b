import { z } from "zod";
import type { AuthorizedChild } from "../access/index.ts";
import type { ActorContext } from "../context/index.ts";
import { agreeOrConflict, notFound } from "../errors/index.ts";

export const recordGuardianInput = z.object({
  guardianId: z.uuid(),
  /** The version that is changed; null adds a guardian. */
  version: z.int().nullable(),
  name: z.string().trim().min(1).max(200),
  relation: z.string().trim().min(1).max(100),
});

type Input = z.infer<typeof recordGuardianInput>;

/**
 * Adds a guardian, or corrects name and relation of one. A guardian's number stays: it names the own series.
 * Adding the same id again changes nothing.
 */
export async function recordGuardian(
  ctx: ActorContext,
  { childId }: AuthorizedChild,
  { version, ...guardian }: Input,
): Promise<void> {
  if (version === null) await addGuardian(ctx, childId, guardian);
  else await changeGuardian(ctx, childId, { ...guardian, version });
}

async function addGuardian(
  { tx, signedIn }: ActorContext,
  childId: string,
  { guardianId, name, relation }: Omit<Input, "version">,
): Promise<void> {
  await tx.sql`
    insert into guardian (kommun_code, id, child_id, ordinal, name, relation)
    select ${signedIn.kommunCode}, ${guardianId}, ${childId}, coalesce(max(ordinal), 0) + 1, ${name}, ${relation}
      from guardian where kommun_code = ${signedIn.kommunCode} and child_id = ${childId}
    on conflict (kommun_code, id) do nothing`;
}

async function changeGuardian(
  { tx, signedIn }: ActorContext,
  childId: string,
  { guardianId, version, name, relation }: Input & { readonly version: number },
): Promise<void> {
  const { sql } = tx;
  const saved = await sql`
    update guardian set name = ${name}, relation = ${relation}, version = version + 1
     where kommun_code = ${signedIn.kommunCode} and child_id = ${childId} and id = ${guardianId}
       and version = ${version}`;
  if (saved.count === 1) return;
  const [current] = await sql<{ name: string; relation: string; version: number }[]>`
    select name, relation, version from guardian
     where kommun_code = ${signedIn.kommunCode} and child_id = ${childId} and id = ${guardianId}`;
  if (current === undefined) return notFound();
  const { version: currentVersion, ...stored } = current;
  agreeOrConflict(currentVersion, stored, { name, relation });
}
