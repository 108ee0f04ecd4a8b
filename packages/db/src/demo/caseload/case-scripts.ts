import { CALM_CASES } from "./calm-cases.ts";
import type { CaseScript } from "./case-script.ts";
import { RAISED_CASES } from "./raised-cases.ts";

/** The work list of one Stödsamordnare: every case the rules know, and children who need nothing just now. */
export const CASE_SCRIPTS: readonly CaseScript[] = [...RAISED_CASES, ...CALM_CASES];
