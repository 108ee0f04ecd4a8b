import {
  SUPPORT_KINDS,
  SUPPORT_STATUSES,
  supportKindText,
  supportStatusText,
} from "@kompassen/domain/barnets-plan";
import { areaName, isArea } from "@kompassen/domain/behovskompass";
import { dateText, isLocalDate, type Language } from "@kompassen/domain/shared";
import type { Messages } from "#lib/messages/sv/index.ts";
import type { ConflictWords } from "#lib/shared/to-form-conflict.ts";

/** The fields of a support in the order of the form, and how their values are read. */
export function supportConflictWords(
  language: Language,
  { support }: Messages["barnetsPlan"],
): ConflictWords {
  const day = (value: string) => (isLocalDate(value) ? dateText(value, language) : value);
  return {
    area: { label: support.area, text: (value) => (isArea(value) ? areaName(value, language) : value) },
    kind: {
      label: support.kind,
      text: (value) => {
        const kind = SUPPORT_KINDS.find((one) => one === value);
        return kind === undefined ? value : supportKindText(kind, language);
      },
    },
    description: { label: support.description },
    givenBy: { label: support.givenBy },
    status: {
      label: support.status,
      text: (value) => {
        const status = SUPPORT_STATUSES.find((one) => one === value);
        return status === undefined ? value : supportStatusText(status, language);
      },
    },
    startsOn: { label: support.startsOn, text: day },
    endsOn: { label: support.endsOn, text: day },
  };
}
