import { AGE_FORMS, isRaterKey, parseRater, type RaterKey } from "@kompassen/domain/behovskompass";
import { z } from "zod";
import { type AuthorizedChild, ensureFollowed, mayRateAs } from "../access/index.ts";
import type { ActorContext } from "../context/index.ts";
import { invalid, KompassError } from "../errors/index.ts";
import { day } from "../procedure/index.ts";
import { listTeamsOf, shareWithTeam } from "../sharing/index.ts";
import { EMPTY_CONTENT } from "./draft-content.ts";
import { findOwnVerksamhet } from "./find-own-verksamhet.ts";

export const openDraftInput = z.object({
  draftId: z.uuid(),
  /** The round it belongs to; one that does not exist yet is opened. */
  compassId: z.uuid(),
  rater: z.string().refine(isRaterKey, "rater"),
  ageForm: z.enum(AGE_FORMS).nullable(),
  assessedOn: day,
});

export interface OpenedDraft {
  readonly draftId: string;
  readonly compassId: string;
}

/**
 * Opens an empty form for one rater of a round. From now on the caller sees no earlier score of the child.
 * A form that is already open for that rater and round is returned instead of a second one.
 */
export async function openDraft(
  ctx: ActorContext,
  { childId, standings }: AuthorizedChild,
  input: z.infer<typeof openDraftInput>,
): Promise<OpenedDraft> {
  const { tx, signedIn, today } = ctx;
  if (input.assessedOn > today) return invalid({ field: "assessedOn", expected: "not_in_the_future" });
  const { sql } = tx;
  const [open] = await Promise.all([
    sql<OpenedDraft[]>`
      select id as "draftId", compass_id as "compassId" from draft
       where kommun_code = ${signedIn.kommunCode} and child_id = ${childId}
         and (id = ${input.draftId} or (compass_id = ${input.compassId} and rater = ${input.rater}))`,
    ensureFollowed(tx, childId),
  ]);
  if (open[0] !== undefined) return open[0];

  const rater = parseRater(input.rater);
  const verksamhet = rater.kind === "profession" ? await findOwnVerksamhet(ctx) : null;
  if (!mayRateAs(standings, input.rater, verksamhet))
    return invalid({ field: "rater", expected: "rater_to_speak_for" });
  const guardianId = rater.kind === "vardnadshavare" ? await guardianOf(ctx, childId, rater.suffix) : null;
  const instrument = instrumentFor(input.rater);
  const [rated] = await sql<{ in_round: boolean; that_day: boolean; ever: boolean }[]>`
    select in_round, that_day, ever
      from kompass.rated_already(${childId}, ${input.compassId}, ${input.rater}, ${input.assessedOn})`;
  if (rated?.in_round) throw new KompassError("closed", { reason: "already_handed_in" });
  if (rated?.that_day) throw new KompassError("closed", { reason: "already_rated_that_day" });
  await sql`
    insert into compass (kommun_code, id, child_id, kind, opened_on, opened_by)
    values (${signedIn.kommunCode}, ${input.compassId}, ${childId}, ${rated?.ever ? "follow_up" : "first"},
            ${today}, ${signedIn.personId})
    on conflict (kommun_code, id) do nothing`;
  await sql`
    insert into draft (kommun_code, id, child_id, compass_id, rater, guardian_id, version_number, age_form,
                       assessed_on, author_id, content)
    select ${signedIn.kommunCode}, ${input.draftId}, ${childId}, ${input.compassId}, ${input.rater}, ${guardianId},
           v.number, ${instrument === "samtalsunderlag" ? input.ageForm : null}, ${input.assessedOn},
           ${signedIn.personId}, ${JSON.stringify(EMPTY_CONTENT)}::jsonb
      from instrument_version v
     where v.kommun_code = ${signedIn.kommunCode} and v.instrument = ${instrument}
       and v.text_status <> 'without_text' and v.valid_from <= ${today}
     order by v.valid_from desc, v.number desc limit 1`;
  if (rater.kind === "barnteam") await shareJointForm(tx, childId);
  return { draftId: input.draftId, compassId: input.compassId };
}

/** What is written together is shared with everybody who writes it. */
async function shareJointForm(tx: ActorContext["tx"], childId: string): Promise<void> {
  for (const teamId of await listTeamsOf(tx, childId)) {
    await shareWithTeam(tx, childId, { teamId, way: "joint_form" });
  }
}

function instrumentFor(rater: RaterKey): "samtalsunderlag" | "skattningsformular" {
  const { kind } = parseRater(rater);
  return kind === "barn" || kind === "vardnadshavare" ? "samtalsunderlag" : "skattningsformular";
}

async function guardianOf(
  { tx, signedIn }: ActorContext,
  childId: string,
  ordinal: string | null,
): Promise<string> {
  const [guardian] = await tx.sql<{ id: string }[]>`
    select id from guardian
     where kommun_code = ${signedIn.kommunCode} and child_id = ${childId} and ordinal = ${Number(ordinal)}`;
  if (guardian === undefined) return invalid({ field: "rater", expected: "guardian_of_the_child" });
  return guardian.id;
}
