import type { ActorTransaction } from "@kompassen/db";
import type { Assessment } from "@kompassen/domain/follow-up";
import type { BarnteamAgeGroup } from "@kompassen/domain/people";
import type { LocalDate } from "@kompassen/domain/shared";
import { type CountedChild, type CountedGroup, NO_UNIT, type Span } from "@kompassen/domain/statistics";
import {
  type AssessmentRow,
  listLayouts,
  type ThoughtRow,
  toAssessment,
  toThoughts,
} from "../history/index.ts";

interface RatedRow extends AssessmentRow {
  readonly child_id: string;
  readonly unit: string;
  readonly age_group: BarnteamAgeGroup;
}

/** Children with an assessment registered in one of the spans, each with those assessments. */
export async function loadChildren(tx: ActorTransaction, spans: readonly Span[]): Promise<CountedChild[]> {
  const from = spans.map((span) => span.from).toSorted()[0];
  const to = spans
    .map((span) => span.to)
    .toSorted()
    .at(-1);
  if (from === undefined || to === undefined) return [];
  const { sql } = tx;
  const [layouts, rows, thoughts] = await Promise.all([
    listLayouts(tx),
    sql<RatedRow[]>`
      select a.child_id, a.id, a.compass_id, a.rater, a.version_number, a.age_form, a.assessed_on::text,
             a.registered_on::text, a.answers, a.revision, a.author_id, a.uninfluenced,
             coalesce(u.code, ${NO_UNIT}) as unit, p.age_group
        from assessment a
       cross join lateral kompass.place_at_event(a.child_id, a.assessed_on) p
        left join unit u on u.kommun_code = a.kommun_code and u.id = p.unit_id
       where a.kommun_code = kompass.kommun() and a.is_current and a.registered_on between ${from} and ${to}
       order by a.child_id, a.assessed_on, a.rater`,
    sql<ThoughtRow[]>`
      select compass_id, area, concern, target::text from area_thought where kommun_code = kompass.kommun()`,
  ]);
  const said = toThoughts(thoughts);
  return [...Map.groupBy(rows, ({ child_id }) => child_id).values()].map((ofChild) => {
    const assessments: Assessment[] = ofChild.map((row) => toAssessment(row, layouts));
    const groups = new Map<LocalDate, CountedGroup>(
      ofChild.map((row) => [row.assessed_on, { unit: row.unit, ageGroup: row.age_group }]),
    );
    return {
      history: { assessments, thoughts: said },
      groupOn: (day) => {
        const group = groups.get(day);
        if (group === undefined) throw new RangeError(`nothing was assessed on ${day}`);
        return group;
      },
    };
  });
}
