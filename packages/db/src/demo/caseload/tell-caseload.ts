import type { LocalDate } from "@kompassen/domain/shared";
import { drawFor } from "../draw.ts";
import { listInventedGivenNames } from "../names/invented-name.ts";
import type { KommunPlan } from "../places/kommun-plan.ts";
import type { ChildStory } from "../story/child-story.ts";
import { tellFamily } from "../story/tell-families.ts";
import { CASE_SCRIPTS } from "./case-scripts.ts";
import { tellCase } from "./tell-case.ts";

export const MAIN_STODSAMORDNARE = "demo:stodsamordnare-1";

/** Family numbers of the scripts, apart from those of the children told by chance. */
const FAMILIES_FROM = 10_001;

/** The caseload of the main Stödsamordnare: a child for each script, numbered from 1, no two of the same name. */
export function tellCaseload(plan: KommunPlan, today: LocalDate): ChildStory[] {
  const names = drawFor(plan.code, "caseload names").shuffled(listInventedGivenNames());
  return CASE_SCRIPTS.map((script, index) => {
    const givenName = names[index] ?? "";
    const family = tellFamily(plan.code, FAMILIES_FROM + index);
    return tellCase(
      plan,
      script,
      { number: index + 1, givenName, family, stodsamordnare: MAIN_STODSAMORDNARE },
      today,
    );
  });
}
