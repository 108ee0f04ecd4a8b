/**
 * What stands in the log as done beside the procedures, by their paths: logging in, the jobs, and what a function of
 * the database writes under a name of its own. `refused.` before a path says that the call was refused.
 */
export const OTHER_VERBS = [
  "login.signIn",
  "login.stepUp",
  "emergencyAccess.ask",
  "release.createDraft",
  "retention.purge",
  "schoolRegister.import",
  "stodprocess.importSteps",
  "stodprocess.importCounts",
  "stodprocess.recordOverdueFollowUps",
  "demo.load",
] as const;

/** Before the path of a procedure that was refused. */
export const REFUSED = "refused.";
