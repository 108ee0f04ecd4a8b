import type { LocalDate } from "@kompassen/domain/shared";
import { drawFor } from "../draw.ts";
import type { KommunPlan } from "../places/kommun-plan.ts";
import type { ChildStory } from "./child-story.ts";
import { tellChild } from "./tell-child.ts";
import { tellFamily } from "./tell-families.ts";

/**
 * Every child of the kommun, unit by unit. One in seven has a sibling at the same unit.
 * @param firstNumber where the case numbers go on
 */
export function tellChildren(
  plan: KommunPlan,
  reserved: ReadonlyMap<string, number>,
  firstNumber: number,
  today: LocalDate,
): ChildStory[] {
  const children: ChildStory[] = [];
  let family = 0;
  for (const unit of plan.units) {
    const count = (unit.children?.count ?? 0) - (reserved.get(unit.code) ?? 0);
    for (let index = 0; index < count; index += 1) {
      const number = firstNumber + children.length;
      const isSibling = index > 0 && drawFor(plan.code, "sibling", number).chance(0.14);
      if (!isSibling) family += 1;
      children.push(tellChild(plan, unit, number, tellFamily(plan.code, family), today));
    }
  }
  return children;
}
