import type { ShareBook } from "@kompassen/api/sharing";
import { loadMessages } from "#lib/messages/load-messages.ts";
import { type ThingOption, toThingOptions } from "./withheld-things.ts";

/** Everything of the child that a guardian might be shown. */
export async function loadThings(
  { api, locale }: App.Locals,
  childId: string,
  { shares, rounds }: ShareBook,
): Promise<ThingOption[]> {
  const [{ sharing }, { supports, events }, { staff }] = await Promise.all([
    loadMessages(locale),
    api.barnetsPlan.getLifeLine({ childId }),
    api.people.listOptions(),
  ]);
  return toThingOptions({ childId, rounds, supports, events, shares, staff }, locale, sharing);
}
