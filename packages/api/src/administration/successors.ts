import { z } from "zod";
import type { ActorContext } from "../context/index.ts";
import { requireStepUp } from "../session/index.ts";
import { auditAdministration, WAY_IN_MINUTES } from "./administrator-procedure.ts";

/** Children who were left with somebody who no longer works here or no longer has the role: how many, not who. */
export interface LeftBehind {
  readonly personId: string;
  readonly name: string;
  readonly title: string;
  readonly unitName: string | null;
  readonly kind: "barnkontakt" | "stodsamordnare";
  readonly children: number;
  /** Who may take over: those with the role, from the same place first. */
  readonly mayFollow: readonly { readonly id: string; readonly name: string; readonly title: string }[];
}

export async function listLeftBehind({ tx, signedIn, today }: ActorContext): Promise<readonly LeftBehind[]> {
  return await tx.sql<LeftBehind[]>`
    select l.person_id as "personId", p.given_name || ' ' || p.family_name as name, p.title, u.name as "unitName",
           l.kind, l.children,
           coalesce((select json_agg(json_build_object('id', s.id, 'name', s.given_name || ' ' || s.family_name, 'title', s.title)
                                     order by s.unit_id is distinct from p.unit_id, s.family_name, s.given_name)
              from person s
             where s.kommun_code = p.kommun_code and s.disabled_at is null and s.id <> p.id and s.id <> ${signedIn.personId}
               and kompass.holds_role(s.id, l.kind, ${today})), '[]') as "mayFollow"
      from kompass.left_behind(${today}) l
      join person p on p.kommun_code = ${signedIn.kommunCode} and p.id = l.person_id
      left join unit u on u.kommun_code = p.kommun_code and u.id = p.unit_id
     order by l.children desc, p.family_name`;
}

export const appointSuccessorInput = z.object({
  personId: z.uuid(),
  kind: z.enum(["barnkontakt", "stodsamordnare"]),
  successorId: z.uuid(),
});

/**
 * Gives all those children to one successor, who alone is told which they are. Whoever gave the successor the login or
 * the role leaves this to another administrator.
 * @throws KompassError `closed` with reason `no_successor`, `still_responsible` or `own_making`; `step_up_needed`
 */
export async function appointSuccessor(
  ctx: ActorContext,
  { personId, kind, successorId }: z.infer<typeof appointSuccessorInput>,
): Promise<{ readonly children: number }> {
  requireStepUp(ctx, WAY_IN_MINUTES);
  const [given] = await ctx.tx.sql<{ children: number }[]>`
    select kompass.appoint_successor(${personId}, ${kind}, ${successorId}, ${ctx.today}) as children`;
  if (given === undefined) throw new Error("nothing was answered");
  await auditAdministration(ctx, "appointSuccessor", {
    table: "person",
    id: personId,
    fields: ["child_relation"],
  });
  return given;
}
