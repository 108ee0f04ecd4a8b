import { AREAS, type Area } from "@kompassen/domain/behovskompass";
import type { LocalDate } from "@kompassen/domain/shared";
import { z } from "zod";
import type { AuthorizedChild } from "../access/index.ts";
import type { ActorContext } from "../context/index.ts";
import { conflict, invalid, KompassError, notFound } from "../errors/index.ts";
import { day } from "../procedure/index.ts";
import { recordPassedPlan } from "../stodprocess/index.ts";
import { refreshSignals } from "./refresh-signals.ts";

/** Whether the same is saved already: the answer to the first saving was lost on the way. */
function isSaid(saved: Conversation, sent: z.infer<typeof recordConversationInput>): boolean {
  const asText = ({ heldOn, whatHasChanged, howItFeels, pictureMatches, ...said }: Fields) => {
    const { pictureComment, whatNext, thoughts } = said;
    const sorted = thoughts.toSorted((one, other) => AREAS.indexOf(one.area) - AREAS.indexOf(other.area));
    const thought = sorted.map(({ area, concern, target, workOn }) => [
      area,
      concern,
      target === null ? null : Number(target),
      workOn,
    ]);
    return JSON.stringify([
      heldOn,
      whatHasChanged,
      howItFeels,
      pictureMatches,
      pictureComment,
      whatNext,
      thought,
    ]);
  };
  return asText(saved) === asText(sent);
}

const words = z.string().trim().max(8000);

export const recordConversationInput = z.object({
  compassId: z.uuid(),
  /** 0 for the first save. */
  version: z.int().min(0),
  heldOn: day,
  whatHasChanged: words,
  howItFeels: words,
  pictureMatches: z.boolean().nullable(),
  pictureComment: words,
  whatNext: words,
  thoughts: z.array(
    z.object({
      area: z.enum(AREAS),
      concern: z.boolean().nullable(),
      /** "3" or "3.5". */
      target: z
        .string()
        .regex(/^(?:[1-4](?:\.\d{1,2})?|5(?:\.0{1,2})?)$/)
        .nullable(),
      workOn: z.boolean(),
    }),
  ),
  nextFollowUpOn: day.nullable(),
});

type Fields = Omit<z.infer<typeof recordConversationInput>, "compassId" | "version" | "nextFollowUpOn">;

export interface Conversation extends Fields {
  readonly version: number;
  readonly authorName: string | null;
}

export const ofCompass = z.object({ compassId: z.uuid() });

/** The conversation of a round; empty with version 0 when it has not been held. */
export async function getConversation(
  { tx, today }: ActorContext,
  { childId }: AuthorizedChild,
  { compassId }: z.infer<typeof ofCompass>,
): Promise<Conversation> {
  const { sql } = tx;
  const [rounds, conversations, thoughts] = await Promise.all([
    sql`select 1 from compass where kommun_code = kompass.kommun() and child_id = ${childId} and id = ${compassId}`,
    sql<Omit<Conversation, "thoughts">[]>`
      select c.held_on::text as "heldOn", c.what_has_changed as "whatHasChanged", c.how_it_feels as "howItFeels",
             c.picture_matches as "pictureMatches", c.picture_comment as "pictureComment", c.what_next as "whatNext",
             c.version, p.given_name || ' ' || p.family_name as "authorName"
        from conversation c join person p on p.kommun_code = c.kommun_code and p.id = c.author_id
       where c.kommun_code = kompass.kommun() and c.child_id = ${childId} and c.compass_id = ${compassId}`,
    sql<{ area: Area; concern: boolean | null; target: string | null; workOn: boolean }[]>`
      select area, concern, target::text, work_on as "workOn" from area_thought
       where kommun_code = kompass.kommun() and child_id = ${childId} and compass_id = ${compassId}`,
  ]);
  if (rounds.length === 0) return notFound();
  const held = conversations[0] ?? {
    heldOn: today as LocalDate,
    whatHasChanged: "",
    howItFeels: "",
    pictureMatches: null,
    pictureComment: "",
    whatNext: "",
    version: 0,
    authorName: null,
  };
  return { ...held, thoughts };
}

/**
 * Keeps what was said after a follow-up, with the thoughts per area, and brings the signals in line with them.
 * Only after the comparison could be seen: not while the caller has an uninfluenced form open for the child.
 */
export async function recordConversation(
  ctx: ActorContext,
  child: AuthorizedChild,
  input: z.infer<typeof recordConversationInput>,
): Promise<{ version: number }> {
  const { tx, signedIn, today } = ctx;
  const { sql } = tx;
  if (input.heldOn > today) return invalid({ field: "heldOn", expected: "not_in_the_future" });
  const blind = await sql`
    select 1 from draft where kommun_code = kompass.kommun() and child_id = ${child.childId}
       and author_id = ${signedIn.personId} and shown_anyway_at is null`;
  if (blind.length > 0) throw new KompassError("uninfluenced");

  const saved = await sql`
    insert into conversation (kommun_code, child_id, compass_id, held_on, what_has_changed, how_it_feels,
                              picture_matches, picture_comment, what_next, author_id)
    select kompass.kommun(), ${child.childId}, ${input.compassId}, ${input.heldOn}, ${input.whatHasChanged},
           ${input.howItFeels}, ${input.pictureMatches}, ${input.pictureComment}, ${input.whatNext}, ${signedIn.personId}
     where exists (select 1 from compass where kommun_code = kompass.kommun() and child_id = ${child.childId} and id = ${input.compassId})
    on conflict (kommun_code, child_id, compass_id) do update
       set held_on = excluded.held_on, what_has_changed = excluded.what_has_changed,
           how_it_feels = excluded.how_it_feels, picture_matches = excluded.picture_matches,
           picture_comment = excluded.picture_comment, what_next = excluded.what_next,
           author_id = excluded.author_id, version = conversation.version + 1
     where conversation.version = ${input.version}
    returning version`;
  const version: number | undefined = saved[0]?.version;
  const isFirst = version === 1 && input.version === 0;
  if (version === undefined || !(isFirst || version === input.version + 1)) {
    const current = await getConversation(ctx, child, input);
    if (isSaid(current, input)) return { version: current.version };
    return conflict(current.version, { ...current });
  }
  for (const { area, concern, target, workOn } of input.thoughts) {
    await sql`
      insert into area_thought (kommun_code, child_id, compass_id, area, concern, target, work_on)
      values (kompass.kommun(), ${child.childId}, ${input.compassId}, ${area}, ${concern}, ${target}, ${workOn})
      on conflict (kommun_code, child_id, compass_id, area) do update
         set concern = excluded.concern, target = excluded.target, work_on = excluded.work_on`;
  }
  if (input.nextFollowUpOn !== null) {
    await recordPassedPlan(tx, child.childId, today);
    await sql`
      update child set next_follow_up_on = ${input.nextFollowUpOn}, version = version + 1
       where kommun_code = kompass.kommun() and id = ${child.childId}
         and next_follow_up_on is distinct from ${input.nextFollowUpOn}`;
  }
  await refreshSignals(ctx, child.childId, input.compassId);
  return { version };
}
