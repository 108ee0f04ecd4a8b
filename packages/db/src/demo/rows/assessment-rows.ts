import {
  AREAS,
  type AreaRatings,
  packAnswers,
  parseRater,
  unpackAnswers,
} from "@kompassen/domain/behovskompass";
import type { KommunRows } from "../../factories/index.ts";
import { FORMS, layoutOf } from "../forms.ts";
import { rowId } from "../row-id.ts";
import type { AreaAnswers, AssessmentStory, ChildStory, FormKey } from "../story/child-story.ts";
import { stayOn } from "../story/stays.ts";
import { compassId, guardianId, responsibleOn } from "./child-rows.ts";
import { instantOn, type KommunContext } from "./kommun-context.ts";

/** Each round with its assessments, what was said in words, and the conversation after it. */
export function addRounds(rows: KommunRows, story: ChildStory, context: KommunContext): void {
  const { kommunCode } = story;
  const { id } = story;
  story.rounds.forEach((round, index) => {
    const compass = compassId(story, index);
    rows.compass.push({
      kommunCode,
      id: compass,
      childId: id,
      kind: index === 0 ? "first" : "follow_up",
      openedOn: round.openedOn,
      openedBy: context.personId(responsibleOn(story, round.openedOn, context)),
    });
    for (const assessment of round.assessments) addAssessment(rows, story, compass, assessment, context);
    for (const [area, thought] of round.thoughts) {
      rows.areaThought.push({ kommunCode, childId: id, compassId: compass, area, ...thought });
    }
    if (round.conversation === null) return;
    const authorId = context.personId(responsibleOn(story, round.conversation.heldOn, context));
    rows.conversation.push({ kommunCode, childId: id, compassId: compass, authorId, ...round.conversation });
  });
}

/** Ratings as the domain reads them, from the answers as they are told. */
export function toRatings(form: FormKey, answers: AreaAnswers): AreaRatings {
  return unpackAnswers(layoutOf(form), AREAS.map((area) => answers[area]).join(""));
}

function addAssessment(
  rows: KommunRows,
  story: ChildStory,
  compass: string,
  assessment: AssessmentStory,
  context: KommunContext,
): void {
  const { correctedFrom, form, rater, registeredOn } = assessment;
  const revisions =
    correctedFrom === null ? [assessment.answers] : [correctedFrom.answers, assessment.answers];
  const { kind, suffix } = parseRater(rater);
  revisions.forEach((answers, index) => {
    const { answers: packed, sums, counts } = packAnswers(layoutOf(form), toRatings(form, answers));
    const isCurrent = index === revisions.length - 1;
    const id = rowId(registeredOn, story.key, "assessment", compass, rater, index);
    rows.assessment.push({
      kommunCode: story.kommunCode,
      childId: story.id,
      id,
      compassId: compass,
      raterKind: kind,
      rater,
      guardianId: kind === "vardnadshavare" ? guardianId(story, Number(suffix)) : null,
      versionNumber: FORMS[form].number,
      ageForm: assessment.ageForm,
      assessedOn: assessment.assessedOn,
      registeredOn,
      areaSums: [...sums],
      areaCounts: [...counts],
      answers: packed,
      uninfluenced: assessment.uninfluenced,
      startingArea: assessment.startingArea,
      authorId: context.personId(authorOf(story, assessment, context)),
      revision: index + 1,
      isCurrent,
      correctionReason: index === 0 ? null : (correctedFrom?.reason ?? null),
      submittedAt: instantOn(registeredOn, 11 + index, 20),
    });
    if (!isCurrent) return;
    for (const [area, text] of assessment.comments) {
      rows.assessmentComment.push({
        kommunCode: story.kommunCode,
        childId: story.id,
        assessmentId: id,
        area,
        text,
      });
    }
  });
}

/** Who wrote it down, by login key: the own verksamhet for a profession, else whoever was responsible that day. */
function authorOf(
  story: ChildStory,
  { rater, registeredOn }: AssessmentStory,
  context: KommunContext,
): string {
  const { kind, suffix } = parseRater(rater);
  if (kind !== "profession") return responsibleOn(story, registeredOn, context);
  const units = context.plan.units.filter((unit) => unit.kind === suffix).map(({ code }) => code);
  const here = stayOn(story.stays, registeredOn).unit;
  if (units.includes(here)) return context.barnkontaktAt(here, registeredOn);
  const colleagues = context.plan.staff.filter(
    ({ unit, roles }) => units.includes(unit) && roles.includes("teammedlem"),
  );
  const colleague = colleagues[story.number % Math.max(1, colleagues.length)];
  return colleague?.loginKey ?? responsibleOn(story, registeredOn, context);
}
