import { type PackedAnswers, packAnswers, parseRater } from "@kompassen/domain/behovskompass";
import { compareChild, DEFAULT_RULES } from "@kompassen/domain/follow-up";
import { z } from "zod";
import type { AuthorizedChild } from "../access/index.ts";
import type { ActorContext } from "../context/index.ts";
import { conflict, invalid, notFound } from "../errors/index.ts";
import { refreshSignals, staysAsRaised } from "../follow-up/index.ts";
import { recordRound } from "../stodprocess/index.ts";
import { commentsOf, hasAnyAnswer, toRatings } from "./draft-content.ts";
import type { DraftToHandIn } from "./read-for-hand-in.ts";

export const submitDraftInput = z.object({ draftId: z.uuid(), version: z.int() });

/**
 * Hands in the form: the assessment is locked, the draft is gone, what is to be raised is raised, the step is
 * kept, and the comparison is open to the caller. Handing in the same draft again answers as the first time.
 * @param draft what `readForHandIn` has read, in this transaction
 */
export async function submitDraft(
  ctx: ActorContext,
  { childId }: AuthorizedChild,
  { draftId, version }: z.infer<typeof submitDraftInput>,
  draft: DraftToHandIn | undefined,
): Promise<{ compassId: string; assessmentId: string }> {
  const { tx, today } = ctx;
  if (draft === undefined) return findHandedIn(ctx, childId, draftId);
  const { content, rater, compass_id: compassId, assessed_on: assessedOn } = draft;
  if (draft.version !== version) return conflict(draft.version, { content });
  if (!hasAnyAnswer(content)) return invalid({ field: "content", expected: "at_least_one_answer" });
  const layout = draft.layouts.get(draft.version_number);
  if (layout === undefined) return notFound();
  const ratings = toRatings(layout, content);

  const handedIn = {
    compassId,
    rater,
    assessedOn,
    registeredOn: today,
    instrument: layout.instrument,
    instrumentVersion: layout.version,
    ageForm: draft.age_form,
    ratings,
  };
  const history = { ...draft.history, assessments: [...draft.history.assessments, handedIn] };
  const series = compareChild(history, DEFAULT_RULES, draft.equivalences);
  const packed = packAnswers(layout, ratings);
  const write = () =>
    Promise.all([
      writeAssessment(ctx, { childId, draftId }, draft, packed),
      recordRound(tx, { childId, compassId, assessedOn, today }),
    ]);
  if (staysAsRaised(series, draft.signals, { rater, assessedOn })) {
    tx.atCommit(write);
  } else {
    // Sent at once and done in this order: nothing waits for each step's answer.
    await Promise.all([write(), refreshSignals(ctx, childId, compassId)]);
  }
  return { compassId, assessmentId: draftId };
}

async function writeAssessment(
  { tx, signedIn, today }: ActorContext,
  { childId, draftId }: { readonly childId: string; readonly draftId: string },
  draft: DraftToHandIn,
  { sums, counts, answers }: PackedAnswers,
): Promise<void> {
  const { sql } = tx;
  await Promise.all([
    sql`
      with handed_in as (
        delete from draft where kommun_code = ${signedIn.kommunCode} and id = ${draftId}
      )
      insert into assessment (kommun_code, child_id, id, compass_id, rater_kind, rater, guardian_id, version_number,
                              age_form, assessed_on, registered_on, area_sums, area_counts, answers, uninfluenced,
                              starting_area, author_id)
      values (${signedIn.kommunCode}, ${childId}, ${draftId}, ${draft.compass_id}, ${parseRater(draft.rater).kind},
              ${draft.rater}, ${draft.guardian_id}, ${draft.version_number}, ${draft.age_form}, ${draft.assessed_on},
              ${today}, ${[...sums]}, ${[...counts]}, ${answers}, ${draft.is_uninfluenced},
              ${draft.content.startingArea}, ${signedIn.personId})`.execute(),
    ...commentsOf(draft.content).map(({ area, text }) =>
      sql`
        insert into assessment_comment (kommun_code, child_id, assessment_id, area, text)
        values (${signedIn.kommunCode}, ${childId}, ${draftId}, ${area}, ${text})`.execute(),
    ),
  ]);
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
