import { endOwnSessions, isFresh, listOwnSessions } from "@kompassen/api/session";
import { error, redirect } from "@sveltejs/kit";
import { readText } from "#lib/server/read-text.ts";
import { runtime } from "#lib/server/runtime.ts";
import { toStepUp } from "#lib/server/to-step-up.ts";
import { momentText } from "#lib/session/moment-text.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  await parent();
  const { session, locale } = locals;
  if (session === null) error(404);
  const own = await listOwnSessions(runtime().database, session);
  return {
    sessions: own.map(({ id, device, isThis, startedAt, lastSeenAt }) => ({
      id,
      device,
      isThis,
      startedAt: momentText(startedAt, locale),
      lastSeenAt: momentText(lastSeenAt, locale),
    })),
    endsAt: momentText(session.endsAt, locale),
    isEnded: url.searchParams.has("avslutad"),
  };
};

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const { session } = locals;
    if (session === null) redirect(303, "/logga-in?till=/session");
    if (!isFresh(session, locals.context.now)) toStepUp();
    await endOwnSessions(runtime().database, session, readText(await request.formData(), "session"));
    redirect(303, "/session?avslutad");
  },
};
