import {
  SUPPORT_KINDS,
  SUPPORT_STATUSES,
  supportKindText,
  supportStatusText,
} from "@kompassen/domain/barnets-plan";
import { AREAS, areaName } from "@kompassen/domain/behovskompass";
import type { Language } from "@kompassen/domain/shared";

/** What one chooses among in the form of a support. */
export function supportOptions(language: Language) {
  return {
    areas: AREAS.map((value) => ({ value, label: areaName(value, language) })),
    kinds: SUPPORT_KINDS.map((value) => ({ value, label: supportKindText(value, language) })),
    statuses: SUPPORT_STATUSES.map((value) => ({ value, label: supportStatusText(value, language) })),
  };
}
