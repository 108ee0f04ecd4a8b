import type { ShareView, WithheldView } from "@kompassen/api/sharing";
import { areaName } from "@kompassen/domain/behovskompass";
import { dateText, type Language, type LocalDate } from "@kompassen/domain/shared";
import type { WithheldThing } from "@kompassen/domain/sharing";
import type { Messages } from "#lib/messages/sv/index.ts";

/** What of a child can be withheld from a guardian, by name. `value` is "thing:id". */
export type ThingOption = { readonly value: string; readonly label: string };

type Facts = {
  readonly childId: string;
  readonly rounds: readonly { readonly compassId: string; readonly openedOn: LocalDate }[];
  readonly supports: readonly {
    readonly id: string;
    readonly area: Parameters<typeof areaName>[0];
    readonly description: string;
  }[];
  readonly events: readonly {
    readonly id: string;
    readonly happenedOn: LocalDate;
    readonly description: string;
  }[];
  readonly shares: readonly ShareView[];
  readonly staff: readonly { readonly id: string; readonly name: string; readonly title: string }[];
};

const LONGEST = 80;

export function toThingOptions(facts: Facts, language: Language, words: Messages["sharing"]): ThingOption[] {
  const { things } = words.withheld;
  const option = (thing: WithheldThing, id: string, label: string): ThingOption => ({
    value: `${thing}:${id}`,
    label: label.length > LONGEST ? `${label.slice(0, LONGEST)}…` : label,
  });
  return [
    option("child", facts.childId, things.child),
    ...facts.rounds.flatMap(({ compassId, openedOn }) => [
      option("rating", compassId, things.rating(dateText(openedOn, language))),
      option("conversation", compassId, things.conversation(dateText(openedOn, language))),
    ]),
    ...facts.supports.map(({ id, area, description }) =>
      option("support", id, things.support(`${areaName(area, language)}, ${description}`)),
    ),
    ...facts.events.map(({ id, happenedOn, description }) =>
      option("event", id, things.event(`${dateText(happenedOn, language)}, ${description}`)),
    ),
    ...facts.shares
      .filter(({ way }) => way !== "printout")
      .map(({ id, sharedOn, way }) =>
        option("share", id, things.share(`${dateText(sharedOn, language)}, ${words.ways[way]}`)),
      ),
    ...facts.staff.map(({ id, name, title }) => option("look", id, things.look(`${name}, ${title}`))),
  ];
}

export function thingName(
  { thing, thingId }: WithheldView,
  options: readonly ThingOption[],
  words: Messages["sharing"],
): string {
  return options.find(({ value }) => value === `${thing}:${thingId}`)?.label ?? words.withheld.gone;
}
