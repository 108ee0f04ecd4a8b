import { packAnswers, parseRater, type RaterKey } from "@kompassen/domain/behovskompass";
import { z } from "zod";
import type { AuthorizedChild } from "../access/index.ts";
import type { ActorContext } from "../context/index.ts";
import { conflict, invalid, notFound } from "../errors/index.ts";
import { refreshSignals } from "../follow-up/index.ts";
import { listLayouts } from "../history/index.ts";
import { recordRound } from "../stodprocess/index.ts";
import { commentsOf, type DraftContent, draftContent, hasAnyAnswer, toRatings } from "./draft-content.ts";

export const submitDraftInput = z.object({ draftId: z.uuid(), version: z.int() });

interface DraftRow {
  readonly compass_id: string;
  readonly rater: RaterKey;
  readonly guardian_id: string | null;
  readonly version_number: number;
  readonly age_form: string | null;
  readonly assessed_on: string;
  readonly content: DraftContent;
  readonly version: number;
  readonly is_uninfluenced: boolean;
}

/**
 * Hands in the form: the assessment is locked, the draft is gone, what is to be raised is raised, the step is
 * kept, and the comparison is open to the caller. Handing in the same draft again answers as the first time.
 */
export async function submitDraft(
  ctx: ActorContext,
  { childId }: AuthorizedChild,
  { draftId, version }: z.infer<typeof submitDraftInput>,
): Promise<{ compassId: string; assessmentId: string }> {
  const { tx, signedIn, today } = ctx;
  const { sql } = tx;
  const [[draft], layouts] = await Promise.all([
    sql<DraftRow[]>`
    select compass_id, rater, guardian_id, version_number, age_form, assessed_on::text, content, version,
           shown_anyway_at is null as is_uninfluenced
      from draft where kommun_code = ${signedIn.kommunCode} and child_id = ${childId} and id = ${draftId} for update`,
    listLayouts(tx),
  ]);
  if (draft === undefined) return findHandedIn(ctx, childId, draftId);
  if (draft.version !== version) return conflict(draft.version, { content: draft.content });

  const content = draftContent.parse(draft.content);
  if (!hasAnyAnswer(content)) return invalid({ field: "content", expected: "at_least_one_answer" });
  const layout = layouts.get(draft.version_number);
  if (layout === undefined) return notFound();
  const packed = packAnswers(layout, toRatings(layout, content));

  // Sent at once and done in this order: a form is handed in without waiting for each step's answer.
  await Promise.all([
    sql`
      insert into assessment (kommun_code, child_id, id, compass_id, rater_kind, rater, guardian_id, version_number,
                              age_form, assessed_on, registered_on, area_sums, area_counts, answers, uninfluenced,
                              starting_area, author_id)
      values (${signedIn.kommunCode}, ${childId}, ${draftId}, ${draft.compass_id}, ${parseRater(draft.rater).kind},
              ${draft.rater}, ${draft.guardian_id}, ${draft.version_number}, ${draft.age_form}, ${draft.assessed_on},
              ${today}, ${[...packed.sums]}, ${[...packed.counts]}, ${packed.answers}, ${draft.is_uninfluenced},
              ${content.startingArea}, ${signedIn.personId})`.execute(),
    ...commentsOf(content).map(({ area, text }) =>
      sql`
        insert into assessment_comment (kommun_code, child_id, assessment_id, area, text)
        values (${signedIn.kommunCode}, ${childId}, ${draftId}, ${area}, ${text})`.execute(),
    ),
    sql`delete from draft where kommun_code = ${signedIn.kommunCode} and id = ${draftId}`.execute(),
    recordRound(tx, { childId, compassId: draft.compass_id, assessedOn: draft.assessed_on, today }),
    refreshSignals(ctx, childId, draft.compass_id, layouts),
  ]);
  return { compassId: draft.compass_id, assessmentId: draftId };
}

/** The answer to the first handing in may have been lost on the way. */
async function findHandedIn(
  { tx, signedIn }: ActorContext,
  childId: string,
  draftId: string,
): Promise<{ compassId: string; assessmentId: string }> {
  const [found] = await tx.sql<{ compassId: string }[]>`
    select compass_id as "compassId" from assessment
     where kommun_code = ${signedIn.kommunCode} and child_id = ${childId} and id = ${draftId}`;
  return found === undefined ? notFound() : { compassId: found.compassId, assessmentId: draftId };
}
