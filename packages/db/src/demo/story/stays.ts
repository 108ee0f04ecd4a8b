import { addDays, type LocalDate, localDate } from "@kompassen/domain/shared";
import type { Draw } from "../draw.ts";
import type { KommunPlan, Stage, UnitPlan } from "../places/kommun-plan.ts";
import type { Stay } from "./child-story.ts";

const TERM_START = "08-15";
const STAGES: readonly Stage[] = ["bvc", "forskola", "lagstadium", "hogstadium"];

/** When each stage of a childhood begins: from BVC to preschool at about a year and a half, then by the school year. */
function stageStart(stage: Stage, birthDate: LocalDate, preschoolAtDays: number): LocalDate {
  const birthYear = Number(birthDate.slice(0, 4));
  switch (stage) {
    case "bvc":
      return birthDate;
    case "forskola":
      return addDays(birthDate, preschoolAtDays);
    case "lagstadium":
      return localDate(`${birthYear + 6}-${TERM_START}`);
    case "hogstadium":
      return localDate(`${birthYear + 13}-${TERM_START}`);
  }
}

export function stageOn(day: LocalDate, birthDate: LocalDate, preschoolAtDays: number): Stage {
  const begun = STAGES.filter((stage) => stageStart(stage, birthDate, preschoolAtDays) <= day);
  return begun.at(-1) ?? "bvc";
}

/**
 * Where the child has been up to its unit of today: mostly the units of the same area, sometimes another one
 * (the family moved), and now and then a change of school within a stage.
 */
export function tellStays(
  draw: Draw,
  child: { readonly birthDate: LocalDate; readonly preschoolAtDays: number },
  unitNow: UnitPlan,
  plan: KommunPlan,
  today: LocalDate,
): Stay[] {
  const stageNow = stageOn(today, child.birthDate, child.preschoolAtDays);
  const stages = STAGES.slice(0, STAGES.indexOf(stageNow) + 1);
  const startOf = (stage: Stage) => stageStart(stage, child.birthDate, child.preschoolAtDays);
  const stays: Stay[] = [];
  for (const [index, stage] of stages.entries()) {
    const next = stages[index + 1];
    const to = next === undefined ? null : addDays(startOf(next), -1);
    const unit = next === undefined ? unitNow : pickUnit(draw, stage, unitNow, plan);
    if (unit === undefined) continue;
    stays.push(...withMove(draw, { unit: unit.code, stage, from: startOf(stage), to }, plan, today));
  }
  return stays;
}

function pickUnit(draw: Draw, stage: Stage, unitNow: UnitPlan, plan: KommunPlan): UnitPlan | undefined {
  const candidates = unitsOf(stage, plan);
  const near = candidates.filter((unit) => unit.omrade === unitNow.omrade);
  if (candidates.length === 0) return undefined;
  return near.length > 0 && draw.chance(0.9) ? draw.pick(near) : draw.pick(candidates);
}

function unitsOf(stage: Stage, plan: KommunPlan): UnitPlan[] {
  return plan.units.filter((unit) => unit.children?.stage === stage);
}

/** Seven in a hundred came from another unit of the same stage within the last two years. */
function withMove(draw: Draw, stay: Stay, plan: KommunPlan, today: LocalDate): Stay[] {
  const others = unitsOf(stay.stage, plan).filter((unit) => unit.code !== stay.unit);
  const movedOn = addDays(today, -draw.whole(40, 700));
  const isWithin = movedOn > addDays(stay.from, 90) && (stay.to === null || movedOn < addDays(stay.to, -90));
  if (others.length === 0 || !isWithin || !draw.chance(0.07)) return [stay];
  return [
    { ...stay, unit: draw.pick(others).code, to: addDays(movedOn, -1) },
    { ...stay, from: movedOn },
  ];
}

/** @throws RangeError when the child was nowhere on that day. */
export function stayOn(stays: readonly Stay[], day: LocalDate): Stay {
  const stay = stays.find(({ from, to }) => from <= day && (to === null || to >= day)) ?? stays[0];
  if (stay === undefined) throw new RangeError("a child without a stay");
  return stay;
}
