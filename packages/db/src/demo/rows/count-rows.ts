import type { BarnteamAgeGroup } from "@kompassen/domain/people";
import { latestEndedQuarters } from "@kompassen/domain/statistics";
import type { KommunRows } from "../../factories/index.ts";
import { drawFor } from "../draw.ts";
import type { Stage } from "../places/kommun-plan.ts";
import type { KommunContext } from "./kommun-context.ts";

const QUARTERS = 12;

/** Home visits at each BVC, training at every unit, and how many children there are at each. */
export function addCounts(rows: KommunRows, context: KommunContext): void {
  const { plan, today } = context;
  const quarters = latestEndedQuarters(today, QUARTERS);
  for (const { code, kind, children } of plan.units) {
    const place = { kommunCode: plan.code, unitId: context.unitId(code) };
    for (const [since, quarter] of quarters.entries()) {
      if (kind === "bvc") addVisits(rows, { ...place, quarter }, code);
      addTraining(rows, { ...place, quarter }, code, since);
    }
    if (children !== undefined) addPopulation(rows, place, children);
  }
}

interface Place {
  readonly kommunCode: string;
  readonly unitId: string;
}

/** Fewer families are left for each visit; of those who accept, nearly all have it. */
function addVisits(rows: KommunRows, place: Place & { readonly quarter: string }, code: string): void {
  const draw = drawFor(place.kommunCode, "visits", code, place.quarter);
  for (let visitNumber = 1; visitNumber <= 6; visitNumber += 1) {
    const offered = draw.whole(22, 32) - 2 * visitNumber;
    const accepted = offered - draw.whole(0, 1 + visitNumber);
    rows.homeVisit.push({ ...place, visitNumber, offered, accepted, done: accepted - draw.whole(0, 2) });
  }
}

/** The first step comes first: many early on, then those who are new; the last ones are few. */
function addTraining(
  rows: KommunRows,
  place: Place & { readonly quarter: string },
  code: string,
  since: number,
): void {
  const draw = drawFor(place.kommunCode, "training", code, place.quarter);
  for (let step = 1; step <= 4; step += 1) {
    const isWave = since === 2 * step - 1;
    const isGiven = isWave || (since > 2 * step && draw.chance(0.3));
    const trained = isGiven ? draw.whole(isWave ? 4 : 1, isWave ? 14 : 3) : 0;
    rows.training.push({ ...place, step, trained });
  }
}

/** Of all children at a unit of the stage, how large a part is in each group. */
const GROUPS: Record<Stage, readonly (readonly [BarnteamAgeGroup, number])[]> = {
  bvc: [["0-2,5", 1]],
  forskola: [["1-6", 1]],
  lagstadium: [
    ["7-12", 0.94],
    ["13-16", 0.06],
  ],
  hogstadium: [
    ["7-12", 0.12],
    ["13-16", 0.84],
    ["utan_barnteam", 0.04],
  ],
};

/** Every fourth child or so of a unit is followed. */
const CHILDREN_FOR_EACH = 4;

function addPopulation(
  rows: KommunRows,
  place: Place,
  { stage, count }: { stage: Stage; count: number },
): void {
  for (const [ageGroup, share] of GROUPS[stage]) {
    const children = Math.round(count * CHILDREN_FOR_EACH * share);
    rows.unitPopulation.push({ ...place, ageGroup, quarter: null, children });
  }
}
