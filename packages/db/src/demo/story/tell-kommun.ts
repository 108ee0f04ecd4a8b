import type { LocalDate } from "@kompassen/domain/shared";
import { drawFor } from "../draw.ts";
import type { KommunPlan } from "../places/kommun-plan.ts";
import type { ChildStory } from "./child-story.ts";
import { tellChild } from "./tell-child.ts";
import { tellFamily } from "./tell-families.ts";

/**
 * Every child of the kommun, unit by unit. One in seven has a sibling at the same unit.
 * @param told children who already stand at a unit and are counted there
 */
export function tellChildren(plan: KommunPlan, told: readonly ChildStory[], today: LocalDate): ChildStory[] {
  const children: ChildStory[] = [];
  let family = 0;
  for (const unit of plan.units) {
    if (unit.children === undefined) continue;
    const alreadyThere = told.filter(({ stays }) => stays.at(-1)?.unit === unit.code).length;
    const count = unit.children.count - alreadyThere;
    for (let index = 0; index < count; index += 1) {
      const number = told.length + children.length + 1;
      const isSibling =
        plan.siblings?.includes(number) ?? (index > 0 && drawFor(plan.code, "sibling", number).chance(0.14));
      if (!isSibling) family += 1;
      children.push(tellChild(plan, unit, number, tellFamily(plan.code, family), today));
    }
  }
  return children;
}
