import { answerHandOverInput } from "@kompassen/api/people";
import { dateText } from "@kompassen/domain/shared";
import { error, redirect } from "@sveltejs/kit";
import { momentText } from "#lib/draft/moment-text.ts";
import { monthText } from "#lib/hand-over/month-text.ts";
import { loadMessages } from "#lib/messages/load-messages.ts";
import { answerForm } from "#lib/server/answer-form.ts";
import { readOptional, readText } from "#lib/server/read-text.ts";
import type { Actions, PageServerLoad } from "./$types";

const DONE = ["taget", "avbojt"] as const;

export const load: PageServerLoad = async ({ locals, url }) => {
  if (locals.signedIn?.roles.includes("barnkontakt") !== true) error(404);
  const [handOvers, { handOver }] = await Promise.all([
    locals.api.people.listHandOvers(),
    loadMessages(locals.locale),
  ]);
  const { locale } = locals;
  const done = DONE.find((name) => url.searchParams.has(name));
  return {
    done:
      done === undefined ? null : done === "taget" ? handOver.incoming.accepted : handOver.incoming.declined,
    incoming: handOvers.incoming.map(({ id, givenName, caseNumber, unitName, ...row }) => ({
      id,
      name: givenName ?? handOver.incoming.protected,
      facts: [caseNumber, unitName].filter((fact) => fact !== null).join(", "),
      from: handOver.incoming.from(row.fromName, row.fromTitle),
      asked: handOver.incoming.asked(momentText(row.askedAt, locale)),
      sharing: row.sharesHistory ? handOver.incoming.sharesHistory : handOver.incoming.sharesNothing,
    })),
    moved: handOvers.moved.map(({ childId, givenName, caseNumber, unitName, since, isAsked }) => ({
      childId,
      name: givenName,
      caseNumber,
      at: handOver.moved.at(unitName, dateText(since, locale)),
      isAsked,
    })),
    toTakeOver: handOvers.toTakeOver.map(({ personId, name, title, unitName, children, since }) => ({
      personId,
      text: handOver.toTakeOver.row(name, title, unitName),
      count: handOver.toTakeOver.count(children, monthText(since, locale)),
    })),
  };
};

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await request.formData();
    const isTaken = readText(form, "answer") === "take";
    const handOverId = readText(form, "handOverId");
    const answer = await answerForm(
      () =>
        locals.api.people.answerHandOver(
          answerHandOverInput.parse({ handOverId, isTaken, text: readOptional(form, "text") }),
        ),
      { handOverId },
    );
    if (answer.refused !== undefined) return answer.refused;
    redirect(303, `/barn/overlamningar?${isTaken ? DONE[0] : DONE[1]}`);
  },
};
