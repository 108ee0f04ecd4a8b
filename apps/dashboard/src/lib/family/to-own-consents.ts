import type { OwnAnswer, OwnConsent } from "@kompassen/api/family";
import { dateText, type Language, type LocalDate } from "@kompassen/domain/shared";
import type { Messages } from "#lib/messages/sv/index.ts";

type Words = Messages["family"]["consents"];

/** One step with what the guardian has answered last, and what came before. */
export function toOwnConsents(
  consents: readonly OwnConsent[],
  {
    today,
    language,
    words,
  }: { readonly today: LocalDate; readonly language: Language; readonly words: Words },
) {
  return consents.map(({ step, answers }) => {
    const [latest, ...earlier] = answers;
    const state = latest === undefined ? "not_asked" : stateOf(latest, today);
    return {
      step,
      title: words.steps[step],
      state,
      text: words.states[state],
      since: latest === undefined ? null : words.on(dateText(latest.decidedOn, language)),
      until:
        state === "given" && latest !== undefined && latest.validTo !== null
          ? words.until(dateText(latest.validTo, language))
          : null,
      canWithdraw: latest?.state === "given",
      earlier: earlier.map(
        (answer) => `${words.states[answer.state]} ${words.on(dateText(answer.decidedOn, language))}`,
      ),
    };
  });
}

function stateOf({ state, validTo }: OwnAnswer, today: LocalDate): OwnAnswer["state"] | "expired" {
  return state === "given" && validTo !== null && validTo < today ? "expired" : state;
}
