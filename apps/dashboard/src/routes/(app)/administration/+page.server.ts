import { momentText } from "#lib/draft/moment-text.ts";
import { loadMessages } from "#lib/messages/load-messages.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals }) => {
  const [overview, { administration }] = await Promise.all([
    locals.api.administration.getOverview(),
    loadMessages(locals.locale),
  ]);
  const { register, leftBehind, withoutRole, unknownCodes } = overview;
  const words = administration.overview;
  const base = "/administration";
  const waiting = [
    {
      key: "left",
      isShown: leftBehind > 0,
      text: words.leftBehind(leftBehind),
      href: `${base}/personal#lamnade`,
    },
    { key: "role", isShown: withoutRole > 0, text: words.withoutRole(withoutRole), href: `${base}/personal` },
    {
      key: "stopped",
      isShown: register?.state === "stopped",
      text: words.registerStopped,
      href: `${base}/skolregister`,
    },
    {
      key: "faults",
      isShown: register !== null && register.faultCount > 0,
      text: words.registerFaults(register === null ? 0 : register.faultCount),
      href: `${base}/skolregister`,
    },
    {
      key: "codes",
      isShown: unknownCodes > 0,
      text: words.unknownCodes(unknownCodes),
      href: `${base}/skolregister`,
    },
  ].filter(({ isShown }) => isShown);
  return {
    waiting,
    contents: [
      { key: "units", term: words.units, value: String(overview.units) },
      { key: "persons", term: words.persons, value: String(overview.persons) },
      { key: "teams", term: words.teams, value: String(overview.teams) },
      {
        key: "register",
        term: words.register,
        value: register === null ? words.never : momentText(register.at, locals.locale),
      },
    ],
  };
};
