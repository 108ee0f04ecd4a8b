import { addDays, type LocalDate } from "@kompassen/domain/shared";
import { type Quarter, spanOfQuarter } from "@kompassen/domain/statistics";
import type { StepPile } from "./a-released-town.ts";

const KINDS = [
  ["upptackarkort", "aktivera_barnkontakt"],
  ["upptackarkort", "stod_egen_verksamhet"],
  ["barnsamtal", null],
  ["beslut", "barnteam"],
  ["beslut", "stod_egen_verksamhet"],
  ["uppfoljning", null],
] as const;

/** Few children at every school in every quarter, most of them too few to be shown: the hard case. */
export function randomSteps(units: Iterable<string>, quarters: readonly Quarter[], seed: number): StepPile[] {
  const random = randomFrom(seed);
  return [...units].flatMap((unit) =>
    quarters.flatMap((quarter) =>
      KINDS.flatMap(([kind, detail]) =>
        (["7-12", "13-16"] as const).map((ageGroup): StepPile => {
          const day: LocalDate = addDays(spanOfQuarter(quarter).from, Math.floor(random() * 80));
          return { unit, ageGroup, kind, detail, day, children: Math.floor(9 * random() ** 2) };
        }),
      ),
    ),
  );
}

/** Numbers in [0, 1) that depend on the seed alone (a linear congruential generator). */
function randomFrom(seed: number): () => number {
  let state = (seed * 2_654_435_761) % 2 ** 32;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}
