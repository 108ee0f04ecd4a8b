import { addDays } from "@kompassen/domain/shared";
import type { About, Add } from "./about-child.ts";
import { type ArrangedChild, type ArrangedSet, rowOf } from "./arranged-child.ts";
import { filledContent, OWN_FORM, packedOwn, TEAM_FORM } from "./filled-forms.ts";
import type { Relation } from "./relations.ts";

/** Three rounds of the child: two with its own word, the last with forms that are open. */
export function roundRows(add: Add, set: ArrangedSet, child: ArrangedChild, { today }: About): void {
  const of = { kommun_code: set.kommunCode, child_id: child.id };
  const day = (days: number) => addDays(today, days);
  const round = (id: string, kind: string, days: number) =>
    add("compass", { ...of, id, kind, opened_on: day(days), opened_by: set.person("none") });
  round(child.firstCompassId, "first", -100);
  round(child.compassId, "follow_up", -10);
  round(child.openCompassId, "follow_up", -1);
  const rate = (id: string, compass_id: string, days: number) => {
    const { sums, counts, answers } = packedOwn(2);
    add("assessment", {
      ...of,
      id,
      compass_id,
      rater_kind: "barn",
      rater: "barn",
      version_number: OWN_FORM.number,
      age_form: "6-12",
      assessed_on: day(days),
      registered_on: day(days),
      area_sums: sums,
      area_counts: counts,
      answers,
      uninfluenced: true,
      starting_area: "fritid",
      author_id: set.person("none"),
      revision: 1,
      is_current: true,
      submitted_at: new Date().toISOString(),
    });
    add("assessment_comment", { ...of, assessment_id: id, area: "fritid", text: child.marker });
  };
  rate(rowOf(child, 140), child.firstCompassId, -100);
  rate(child.assessmentId, child.compassId, -10);
  add("conversation", {
    ...of,
    compass_id: child.compassId,
    held_on: day(-8),
    what_has_changed: child.marker,
    how_it_feels: "",
    picture_comment: "",
    what_next: child.marker,
    author_id: set.person("none"),
    version: 1,
  });
  add("area_thought", { ...of, compass_id: child.compassId, area: "fritid", concern: true, work_on: true });
  add("signal", {
    ...of,
    id: child.signalId,
    compass_id: child.compassId,
    area: "fritid",
    raised: [{ rater: "barn", signals: ["stagnation"] }],
    rule_set: "matrix",
    raised_at: new Date().toISOString(),
    state: "new",
    version: 1,
  });
  const draft = (id: string, rater: string, author: Relation, form: typeof OWN_FORM) =>
    add("draft", {
      ...of,
      id,
      compass_id: child.openCompassId,
      rater,
      guardian_id: rater === "vardnadshavare:1" ? child.guardianId : null,
      version_number: form.number,
      age_form: form === OWN_FORM ? "6-12" : null,
      assessed_on: day(0),
      author_id: set.person(author),
      content: filledContent(form, child.marker),
      opened_at: new Date().toISOString(),
      saved_at: new Date().toISOString(),
      version: 1,
    });
  // The joint form was opened by somebody who has left: it is the team's, and withholds nothing from who asks.
  draft(child.jointDraftId, "barnteam", "barnkontakt_ended", TEAM_FORM);
  draft(child.ownDraftId, "barn", "samtalsledare_now", OWN_FORM);
  draft(rowOf(child, 150), "vardnadshavare:1", "samtalsledare_ended", OWN_FORM);
}
