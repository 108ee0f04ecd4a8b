import type { CallLimits } from "../context/index.ts";
import type { Allowance, CallCounter } from "./call-counter.ts";

const A_MINUTE = 60;
const AN_HOUR = 3600;

/** Nobody's work needs more; a script that reads its way through does. */
const USUAL: Allowance = { most: 300, seconds: A_MINUTE };

/** What is heavy, or hands out much at once. */
const OF_PROCEDURE: Readonly<Record<string, Allowance>> = {
  "people.inviteGuardian": { most: 30, seconds: AN_HOUR },
  "people.registerChild": { most: 60, seconds: AN_HOUR },
  "import.preview": { most: 60, seconds: AN_HOUR },
  "import.commit": { most: 60, seconds: AN_HOUR },
  "export.getFile": { most: 120, seconds: AN_HOUR },
  "release.requestDraft": { most: 30, seconds: AN_HOUR },
  "release.approveDraft": { most: 30, seconds: AN_HOUR },
};

/** The limits of one person's calls, each procedure on its own. */
export function limitCalls(counter: CallCounter, who: string, now: Date): CallLimits {
  return {
    take: (procedure) => counter.take(`${who} ${procedure}`, OF_PROCEDURE[procedure] ?? USUAL, now),
  };
}
