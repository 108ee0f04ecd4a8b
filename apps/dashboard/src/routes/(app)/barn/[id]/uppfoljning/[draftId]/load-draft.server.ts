import { PLACEHOLDER_NOTICE, parseRater, scaleAnchors } from "@kompassen/domain/behovskompass";
import { dateText } from "@kompassen/domain/shared";
import { raterName } from "#lib/behovskompass/rater-name.ts";
import type { DraftForm } from "#lib/draft/draft-form.ts";
import { timeText } from "#lib/draft/moment-text.ts";
import { toFormAreas } from "#lib/draft/to-form-areas.ts";
import { loadMessages } from "#lib/messages/load-messages.ts";
import { findOr404 } from "#lib/server/find-or-404.ts";

/** An open form as its pages show it. Holds no score but its own answers. */
export async function loadDraft({ api, locale }: App.Locals, params: { id: string; draftId: string }) {
  const [draft, child, messages] = await Promise.all([
    findOr404(api.behovskompass.getDraft({ childId: params.id, draftId: params.draftId })),
    findOr404(api.people.getChild({ childId: params.id })),
    loadMessages(locale),
  ]);
  const { lowest, highest } = scaleAnchors(draft.instrument);
  const { kind } = parseRater(draft.rater);
  const rater = raterName(draft.rater, child.guardians, messages.behovskompass.raters);
  const form: DraftForm = {
    id: draft.id,
    isChild: kind === "barn",
    isJoint: kind === "barnteam",
    isMine: draft.isMine,
    openedByName: draft.openedByName,
    ageForm: draft.ageForm,
    instrument: draft.instrument,
    placeholderNotice: draft.instrumentStatus === "placeholder" ? PLACEHOLDER_NOTICE[locale] : null,
    isUninfluenced: draft.shownAnywayAt === null,
    mayShowEarlier:
      draft.shownAnywayAt === null && child.standings.some((standing) => standing !== "samtalsledare"),
    context: messages.draft.form.context(
      messages.draft.forms[draft.instrument],
      rater,
      dateText(draft.assessedOn, locale),
    ),
    scale: messages.draft.form.scale(lowest[locale], highest[locale]),
    areas: toFormAreas(draft.statements, locale),
  };
  return {
    child: { id: child.id, givenName: child.givenName },
    form,
    content: draft.content,
    version: draft.version,
    savedTime: timeText(draft.savedAt),
  };
}
