import { packAnswers } from "@kompassen/domain/behovskompass";
import { z } from "zod";
import { type AuthorizedChild, RESPONSIBLE } from "../access/index.ts";
import type { ActorContext } from "../context/index.ts";
import { invalid, KompassError, notFound } from "../errors/index.ts";
import { refreshSignals } from "../follow-up/index.ts";
import { listLayouts } from "../history/index.ts";
import { commentsOf, draftContent, hasAnyAnswer, toRatings } from "./draft-content.ts";

export const correctAssessmentInput = z.object({
  assessmentId: z.uuid(),
  /** Id of the new revision, made by the caller. */
  revisionId: z.uuid(),
  content: draftContent,
  reason: z.string().trim().min(3).max(2000),
});

/** Whoever handed it in or is responsible may correct. A correction is a new revision with author, time and reason; the one before is kept and no longer counts. */
export async function correctAssessment(
  ctx: ActorContext,
  { childId, standings }: AuthorizedChild,
  { assessmentId, revisionId, content, reason }: z.infer<typeof correctAssessmentInput>,
): Promise<{ compassId: string }> {
  const { tx, signedIn } = ctx;
  const { sql } = tx;
  const [before] = await sql<
    { compass_id: string; version_number: number; is_current: boolean; is_mine: boolean }[]
  >`
    select compass_id, version_number, is_current, author_id = ${signedIn.personId} as is_mine from assessment
     where kommun_code = ${signedIn.kommunCode} and child_id = ${childId} and id = ${assessmentId}`;
  const isResponsible = standings.some((standing) => RESPONSIBLE.includes(standing));
  if (before === undefined || !(isResponsible || before.is_mine)) return notFound();
  const repeated = await sql`
    select 1 from assessment where kommun_code = ${signedIn.kommunCode} and child_id = ${childId} and id = ${revisionId}`;
  if (repeated.length > 0) return { compassId: before.compass_id };
  if (!before.is_current) throw new KompassError("conflict", { reason: "corrected_meanwhile" });
  if (!hasAnyAnswer(content)) return invalid({ field: "content", expected: "at_least_one_answer" });

  const layout = (await listLayouts(tx)).get(before.version_number);
  if (layout === undefined) return notFound();
  const packed = packAnswers(layout, toRatings(layout, content));
  const stepped = await sql`
    update assessment set is_current = false
     where kommun_code = ${signedIn.kommunCode} and child_id = ${childId} and id = ${assessmentId} and is_current`;
  if (stepped.count === 0) throw new KompassError("conflict", { reason: "corrected_meanwhile" });
  await sql`
    insert into assessment (kommun_code, child_id, id, compass_id, rater_kind, rater, guardian_id, version_number,
                            age_form, assessed_on, registered_on, area_sums, area_counts, answers, uninfluenced,
                            starting_area, author_id, revision, correction_reason)
    select kommun_code, child_id, ${revisionId}, compass_id, rater_kind, rater, guardian_id, version_number, age_form,
           assessed_on, registered_on, ${[...packed.sums]}, ${[...packed.counts]}, ${packed.answers}, uninfluenced,
           ${content.startingArea}, ${signedIn.personId}, revision + 1, ${reason}
      from assessment
     where kommun_code = ${signedIn.kommunCode} and child_id = ${childId} and id = ${assessmentId}`;
  for (const { area, text } of commentsOf(content)) {
    await sql`
      insert into assessment_comment (kommun_code, child_id, assessment_id, area, text)
      values (${signedIn.kommunCode}, ${childId}, ${revisionId}, ${area}, ${text})`;
  }
  await refreshSignals(ctx, childId, before.compass_id);
  return { compassId: before.compass_id };
}
