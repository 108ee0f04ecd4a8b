import type { LocalDate } from "@kompassen/domain/shared";
import { emptyRows, type KommunRows } from "../factories/index.ts";
import type { KommunPlan } from "./places/kommun-plan.ts";
import { addRounds } from "./rows/assessment-rows.ts";
import { addChild, addConsents, addRelations } from "./rows/child-rows.ts";
import { addCounts } from "./rows/count-rows.ts";
import { addForms } from "./rows/form-rows.ts";
import { addGuardianAccounts } from "./rows/guardian-account-rows.ts";
import { openKommun } from "./rows/kommun-context.ts";
import { addOrganisation } from "./rows/organisation-rows.ts";
import { addSignals } from "./rows/signal-rows.ts";
import { addSteps } from "./rows/step-rows.ts";
import { addIndividualTeam, addStandingTeams, type Meetings } from "./rows/team-rows.ts";
import type { ChildStory } from "./story/child-story.ts";

/** Every row of a kommun on the day it is laid out, from its plan and the stories of its children. */
export function buildKommun(plan: KommunPlan, children: readonly ChildStory[], today: LocalDate): KommunRows {
  const rows = emptyRows();
  const context = openKommun(plan, today);
  const meetings: Meetings = new Map();
  addOrganisation(rows, context);
  addForms(rows, context);
  addStandingTeams(rows, context, meetings);
  for (const story of children) {
    addChild(rows, story, context);
    addConsents(rows, story, context);
    addRelations(rows, story, context);
    addIndividualTeam(rows, story, context, meetings);
    addRounds(rows, story, context);
    addSignals(rows, story, context, meetings);
  }
  addGuardianAccounts(rows, children, context);
  addSteps(rows, children, context);
  addCounts(rows, context);
  return rows;
}
