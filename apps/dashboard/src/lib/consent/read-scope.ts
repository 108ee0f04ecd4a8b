import { AREAS } from "@kompassen/domain/behovskompass";
import { readText } from "#lib/server/read-text.ts";
import { SCOPE_LINES } from "./answers.ts";

/** The lines of a scope that somebody has begun to fill in. */
export function readScope(form: FormData) {
  return SCOPE_LINES.map((index) => ({
    fromUnitId: readText(form, `scope.${index}.fromUnitId`),
    toUnitId: readText(form, `scope.${index}.toUnitId`),
    areas: AREAS.filter((area) => form.getAll(`scope.${index}.areas`).includes(area)),
  })).filter(({ fromUnitId, toUnitId, areas }) => fromUnitId !== "" || toUnitId !== "" || areas.length > 0);
}
