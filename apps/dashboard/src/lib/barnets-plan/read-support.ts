import { SUPPORT_KINDS, SUPPORT_STATUSES } from "@kompassen/domain/barnets-plan";
import { AREAS } from "@kompassen/domain/behovskompass";
import { readChoice } from "#lib/server/read-choice.ts";
import { readOptional, readText } from "#lib/server/read-text.ts";

/** A support as it stands in the form. */
export type FilledSupport = {
  area: string;
  kind: string;
  description: string;
  givenBy: string;
  status: string;
  startsOn: string;
  endsOn: string;
};

export function readFilledSupport(form: FormData): FilledSupport {
  return {
    area: readText(form, "area"),
    kind: readText(form, "kind"),
    description: readText(form, "description"),
    givenBy: readText(form, "givenBy"),
    status: readText(form, "status"),
    startsOn: readText(form, "startsOn"),
    endsOn: readText(form, "endsOn"),
  };
}

/** The same as the api takes it. @throws KompassError `invalid` at a choice that is not made */
export function readSupport(form: FormData) {
  return {
    area: readChoice(form, "area", AREAS),
    kind: readChoice(form, "kind", SUPPORT_KINDS),
    description: readText(form, "description"),
    givenBy: readText(form, "givenBy"),
    status: readChoice(form, "status", SUPPORT_STATUSES),
    startsOn: readText(form, "startsOn"),
    endsOn: readOptional(form, "endsOn"),
  };
}
