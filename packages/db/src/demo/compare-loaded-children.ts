import { type Area, answerLayout, type RaterKey, unpackAnswers } from "@kompassen/domain/behovskompass";
import {
  compareChild,
  DEFAULT_RULES,
  indexEquivalences,
  type Series,
  type Thoughts,
} from "@kompassen/domain/follow-up";
import { decimal, type LocalDate } from "@kompassen/domain/shared";
import type { Sql } from "postgres";
import { FORMS } from "./forms.ts";

interface LoadedAssessment {
  readonly child_id: string;
  readonly compass_id: string;
  readonly rater: RaterKey;
  readonly number: number;
  readonly age_form: "4-6" | "6-12" | "12+" | null;
  readonly assessed_on: LocalDate;
  readonly registered_on: LocalDate;
  readonly answers: string;
}

/** For tests: every series of every child of 9001, read back from the database and compared by the rules. */
export async function compareLoadedChildren(admin: Sql): Promise<Map<string, Series[]>> {
  const forms = new Map(Object.values(FORMS).map(({ number, instrument }) => [number, instrument]));
  const equivalences = indexEquivalences([...forms.values()].flatMap((form) => form.equivalences));
  const rows = await admin<LoadedAssessment[]>`
    select child_id, compass_id, rater, version_number as number, age_form, assessed_on::text, registered_on::text, answers
      from assessment where kommun_code = '9001' and is_current`;
  const said = await admin<
    { compass_id: string; area: Area; concern: boolean | null; target: string | null }[]
  >`
    select compass_id, area, concern, target from area_thought where kommun_code = '9001'`;
  const thoughts = new Map<string, Map<Area, Thoughts>>();
  for (const { compass_id, area, concern, target } of said) {
    const ofCompass = thoughts.get(compass_id) ?? new Map<Area, Thoughts>();
    thoughts.set(
      compass_id,
      ofCompass.set(area, { concern, target: target === null ? null : decimal(target) }),
    );
  }
  const byChild = Map.groupBy(rows, (row) => row.child_id);
  return new Map(
    [...byChild].map(([childId, own]) => {
      const assessments = own.map((row) => {
        const form = forms.get(row.number);
        if (form === undefined) throw new RangeError(`no form ${row.number}`);
        return {
          compassId: row.compass_id,
          rater: row.rater,
          assessedOn: row.assessed_on,
          registeredOn: row.registered_on,
          instrument: form.id,
          instrumentVersion: form.version,
          ageForm: row.age_form,
          ratings: unpackAnswers(answerLayout(form), row.answers),
        };
      });
      return [childId, compareChild({ assessments, thoughts }, DEFAULT_RULES, equivalences)] as const;
    }),
  );
}
