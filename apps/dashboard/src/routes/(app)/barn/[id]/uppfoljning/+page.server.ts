import { AGE_FORMS, isAgeForm, raterKey, suggestAgeForm, toRaterKey } from "@kompassen/domain/behovskompass";
import { ageInYears } from "@kompassen/domain/people";
import { dateText } from "@kompassen/domain/shared";
import { redirect } from "@sveltejs/kit";
import { raterName } from "#lib/behovskompass/rater-name.ts";
import { momentText } from "#lib/draft/moment-text.ts";
import { toRaterOptions } from "#lib/draft/rater-options.ts";
import { loadMessages } from "#lib/messages/load-messages.ts";
import { answerForm } from "#lib/server/answer-form.ts";
import { findOr404 } from "#lib/server/find-or-404.ts";
import { newId } from "#lib/server/new-id.ts";
import { readText } from "#lib/server/read-text.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { api, locale, context } = locals;
  const [child, choices, { behovskompass, draft }] = await Promise.all([
    findOr404(api.people.getChild({ childId: params.id })),
    findOr404(api.behovskompass.listRounds({ childId: params.id })),
    loadMessages(locale),
  ]);
  const nameOf = (rater: string) => raterName(raterKey(rater), child.guardians, behovskompass.raters);
  const raters = toRaterOptions(
    {
      guardians: child.guardians,
      ownVerksamhet: choices.ownVerksamhet,
      seesComparison: child.standings.some((standing) => standing !== "samtalsledare"),
    },
    { raters: draft.start.raters, professions: behovskompass.raters.professions },
  );
  const years = child.birthDate === null ? null : ageInYears(child.birthDate, context.today);
  const suggestedAgeForm = years === null ? null : suggestAgeForm(years);
  const isTooYoung = years !== null && suggestedAgeForm === null;
  const firstRater = raters.at(isTooYoung ? 1 : 0)?.value ?? "barn";
  return {
    child: { id: child.id, givenName: child.givenName },
    isHandedIn: url.searchParams.get("inlamnad") === "ja",
    /** While an uninfluenced form is open, who else has handed in is not told. */
    isBlind: child.drafts.some(({ isMine, isShownAnyway }) => isMine && !isShownAnyway),
    drafts: child.drafts.map(({ id, rater, savedAt }) => ({
      id,
      rater: nameOf(rater),
      savedAt: momentText(savedAt, locale),
    })),
    raters,
    firstRater,
    rounds: choices.rounds.map(({ compassId, openedOn, handedIn, beingFilledIn }) => ({
      compassId,
      openedOn: dateText(openedOn, locale),
      handedIn: handedIn.map(nameOf),
      hasFirstRater: handedIn.some((rater) => rater === firstRater),
      beingFilledIn: beingFilledIn.map(nameOf),
    })),
    hasRounds: choices.hasRounds,
    years,
    suggestedAgeForm,
    isTooYoung,
    ageForms: AGE_FORMS,
    today: context.today,
    newDraftId: newId(context.now),
    newCompassId: newId(context.now),
  };
};

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const form = await request.formData();
    const filled = {
      rater: readText(form, "rater"),
      ageForm: readText(form, "ageForm"),
      assessedOn: readText(form, "assessedOn"),
      compassId: readText(form, "compassId"),
    };
    const isChild = filled.rater === toRaterKey({ kind: "barn", suffix: null });
    const answer = await answerForm(
      () =>
        locals.api.behovskompass.openDraft({
          childId: params.id,
          draftId: readText(form, "draftId"),
          compassId: filled.compassId,
          rater: filled.rater,
          ageForm: isChild && isAgeForm(filled.ageForm) ? filled.ageForm : null,
          assessedOn: filled.assessedOn,
        }),
      filled,
    );
    if (answer.refused !== undefined) return answer.refused;
    redirect(303, `/barn/${params.id}/uppfoljning/${answer.done.draftId}`);
  },
};
