import type { Area } from "@kompassen/domain/behovskompass";
import { type AreaStatus, areaStatus } from "./area-progress.ts";
import type { DraftContent, FormArea } from "./draft-content.ts";

/** One area on the map: where it leads and how far it has come. */
export type AreaItem = {
  readonly key: Area;
  readonly name: string;
  readonly sentence: string;
  readonly href: string;
  readonly status: AreaStatus;
  readonly isCurrent: boolean;
};

export type StepAddress = {
  readonly area: Area;
  /** Where the child began, until it is saved. */
  readonly start: Area | null;
  /** Back to the page where one reads through. */
  readonly returnsToCheck: boolean;
};

/** The address of a step holds which area, never an answer. */
export function stepSearch({ area, start, returnsToCheck }: StepAddress): string {
  const search = new URLSearchParams({ omrade: area });
  if (start !== null) search.set("start", start);
  if (returnsToCheck) search.set("till", "kontroll");
  return `?${search}`;
}

export function toAreaItems(
  areas: readonly FormArea[],
  content: DraftContent,
  { current, start }: { current: Area | null; start: (area: Area) => Area | null },
): AreaItem[] {
  return areas.map(({ key, name, sentence }) => ({
    key,
    name,
    sentence,
    href: stepSearch({ area: key, start: start(key), returnsToCheck: false }),
    status: areaStatus(content, key),
    isCurrent: key === current,
  }));
}
