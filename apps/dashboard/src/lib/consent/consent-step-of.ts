import type { ConsentStep } from "@kompassen/domain/consent";
import type { ResponsibleRole } from "@kompassen/domain/follow-up";

const STEPS: Record<ResponsibleRole, ConsentStep> = {
  barnkontakt: "skriftligt_barnteam",
  stodsamordnare: "skriftligt_individuellt",
};

/** The written consent that the meeting of whoever is responsible waits for. */
export const consentStepOf = (role: ResponsibleRole): ConsentStep => STEPS[role];
