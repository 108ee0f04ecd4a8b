import { AREAS, type Area, compareRaters } from "../behovskompass/index.ts";
import { compareText } from "../shared/index.ts";
import type { Assessment, ChildHistory, ThoughtsByCompass } from "./child-history.ts";
import { NO_THOUGHTS, type SeriesEntry, type SeriesKey } from "./series-entry.ts";

/** One series with its compasses in order of assessment. */
export type RatedSeries = SeriesKey & { readonly entries: readonly SeriesEntry[] };

/** Every series of one child, sorted by rater and then by area in the model's order. */
export function listSeries({ assessments, thoughts }: ChildHistory): RatedSeries[] {
  const byRater = Map.groupBy(assessments, ({ rater }) => rater);
  return [...byRater]
    .toSorted(([a], [b]) => compareRaters(a, b))
    .flatMap(([rater, own]) => {
      const inOrder = own.toSorted((a, b) => compareText(a.assessedOn, b.assessedOn));
      return AREAS.flatMap((area) => {
        const entries = inOrder.flatMap((assessment) => toEntry(assessment, area, thoughts));
        return entries.length === 0 ? [] : [{ rater, area, entries }];
      });
    });
}

/** Nothing when the compass does not list the area. */
function toEntry(assessment: Assessment, area: Area, thoughts: ThoughtsByCompass): SeriesEntry[] {
  const rating = assessment.ratings.get(area);
  if (rating === undefined) return [];
  const { compassId, assessedOn, registeredOn, instrument, instrumentVersion, ageForm } = assessment;
  const said = thoughts.get(compassId)?.get(area) ?? NO_THOUGHTS;
  return [
    {
      compassId,
      assessedOn,
      registeredOn,
      instrument,
      instrumentVersion,
      ageForm,
      rating,
      thoughts: said,
    },
  ];
}
