import type { ActorTransaction } from "@kompassen/db";
import type { Area } from "@kompassen/domain/behovskompass";
import type { ChildHistory, Thoughts } from "@kompassen/domain/follow-up";
import { listLayouts } from "./list-layouts.ts";
import {
  type AssessmentRow,
  type StoredAssessment,
  type ThoughtRow,
  toAssessment,
  toThoughts,
} from "./load-history.ts";

/** The two latest assessments of each rater, with what was said after them, for many children at once. */
export async function loadLatest(
  tx: ActorTransaction,
  childIds: readonly string[],
): Promise<Map<string, ChildHistory>> {
  const { sql } = tx;
  const ids = [...childIds];
  const [layouts, rows] = await Promise.all([
    listLayouts(tx),
    sql<(AssessmentRow & { child_id: string; thoughts: ThoughtRow[] | null })[]>`
      select a.child_id, a.id, a.compass_id, a.rater, a.version_number, a.age_form, a.assessed_on::text,
             a.registered_on::text, a.answers, a.revision, a.author_id, a.uninfluenced,
             (select json_agg(json_build_object('compass_id', h.compass_id, 'area', h.area, 'concern', h.concern,
                                                'target', h.target::text))
                from area_thought h
               where h.kommun_code = a.kommun_code and h.child_id = a.child_id and h.compass_id = a.compass_id) as thoughts
        from (select x.*, row_number() over (partition by x.child_id, x.rater order by x.assessed_on desc) as place
                from assessment x
               where x.kommun_code = kompass.kommun() and x.child_id = any(${ids}::uuid[]) and x.is_current) a
       where a.place <= 2 order by a.child_id, a.assessed_on`,
  ]);
  const histories = new Map<string, Growing>();
  for (const row of rows) {
    const history = histories.get(row.child_id) ?? startHistory();
    history.assessments.push(toAssessment(row, layouts));
    for (const [compassId, thoughts] of toThoughts(row.thoughts ?? []))
      history.thoughts.set(compassId, thoughts);
    histories.set(row.child_id, history);
  }
  return histories;
}

interface Growing {
  readonly assessments: StoredAssessment[];
  readonly thoughts: Map<string, Map<Area, Thoughts>>;
}

const startHistory = (): Growing => ({ assessments: [], thoughts: new Map() });
