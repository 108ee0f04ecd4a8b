import { readText } from "#lib/server/read-text.ts";

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
