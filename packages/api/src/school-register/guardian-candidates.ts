import type { CandidateState } from "@kompassen/domain/school-register";
import { z } from "zod";
import type { AuthorizedChild } from "../access/index.ts";
import type { ActorContext } from "../context/index.ts";
import { conflict, invalid, notFound } from "../errors/index.ts";

export interface GuardianCandidate {
  readonly sourceId: string;
  /** Absent for an adult with protected identity. */
  readonly name: string | null;
  /** The register's own word. */
  readonly relationSource: string;
  readonly state: CandidateState;
  readonly isGone: boolean;
  readonly guardianId: string | null;
  readonly version: number;
}

/** The adults whom the register calls responsible for the child: those to be answered, and those that were. */
export async function listCandidates(
  { tx, signedIn }: ActorContext,
  { childId }: AuthorizedChild,
): Promise<readonly GuardianCandidate[]> {
  return await tx.sql<GuardianCandidate[]>`
    select source_id as "sourceId", name, relation_source as "relationSource", state, is_gone as "isGone",
           guardian_id as "guardianId", version
      from guardian_candidate
     where kommun_code = ${signedIn.kommunCode} and child_id = ${childId}
       and (state = 'waiting' and not is_gone or state = 'confirmed' and is_gone)
     order by name nulls last, source_id`;
}

export const answerCandidateInput = z.object({
  sourceId: z.string().min(1).max(200),
  version: z.int(),
  answer: z.discriminatedUnion("kind", [
    /** Is somebody who is written down already. */
    z.object({ kind: z.literal("same"), guardianId: z.uuid() }),
    z.object({
      kind: z.literal("new"),
      guardianId: z.uuid(),
      name: z.string().trim().min(1).max(200),
      relation: z.string().trim().min(1).max(100),
    }),
    z.object({ kind: z.literal("wrong") }),
  ]),
});

type Input = z.infer<typeof answerCandidateInput>;

/** The Barnkontakt says whether an adult of the register is a guardian; until then nobody is. */
export async function answerCandidate(
  { tx, signedIn }: ActorContext,
  { childId }: AuthorizedChild,
  { sourceId, version, answer }: Input,
): Promise<void> {
  const { sql } = tx;
  const here = sql`kommun_code = ${signedIn.kommunCode} and child_id = ${childId}`;
  if (answer.kind === "new") {
    await sql`
      insert into guardian (kommun_code, id, child_id, ordinal, name, relation)
      select ${signedIn.kommunCode}, ${answer.guardianId}, ${childId}, coalesce(max(ordinal), 0) + 1, ${answer.name},
             ${answer.relation}
        from guardian where ${here}
      on conflict (kommun_code, id) do nothing`;
  }
  if (answer.kind === "same") {
    const known = await sql`select 1 from guardian where ${here} and id = ${answer.guardianId}`;
    if (known.length === 0) return invalid({ field: "guardianId", expected: "guardian_of_the_child" });
  }
  const saved = await sql`
    update guardian_candidate
       set state = ${answer.kind === "wrong" ? "rejected" : "confirmed"},
           guardian_id = ${answer.kind === "wrong" ? null : answer.guardianId},
           decided_by = ${signedIn.personId}, decided_at = now(), version = version + 1
     where ${here} and source_id = ${sourceId} and version = ${version}`;
  if (saved.count === 1) return;
  const [current] = await sql<{ version: number; state: CandidateState }[]>`
    select version, state from guardian_candidate where ${here} and source_id = ${sourceId}`;
  if (current === undefined) return notFound();
  conflict(current.version, { state: current.state });
}
