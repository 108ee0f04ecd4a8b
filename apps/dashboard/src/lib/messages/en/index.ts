import type { Messages } from "../sv/index.ts";
import { accessibility } from "./accessibility.ts";
import { administration } from "./administration.ts";
import { barnetsPlan } from "./barnets-plan.ts";
import { barnteam } from "./barnteam.ts";
import { behovskompass } from "./behovskompass.ts";
import { charts } from "./charts.ts";
import { childPage } from "./child-page.ts";
import { consent } from "./consent.ts";
import { consentPaper } from "./consent-paper.ts";
import { draft } from "./draft.ts";
import { emergencyAccess } from "./emergency-access.ts";
import { errors } from "./errors.ts";
import { family } from "./family.ts";
import { followUp } from "./follow-up.ts";
import { handOver } from "./hand-over.ts";
import { importFile } from "./import-file.ts";
import { logReview } from "./log-review.ts";
import { login } from "./login.ts";
import { people } from "./people.ts";
import { retention } from "./retention.ts";
import { schoolRegister } from "./school-register.ts";
import { session } from "./session.ts";
import { sharing } from "./sharing.ts";
import { shell } from "./shell.ts";
import { start } from "./start.ts";
import { statistics } from "./statistics.ts";

export const messages: Messages = {
  accessibility,
  administration,
  barnetsPlan,
  barnteam,
  behovskompass,
  charts,
  childPage,
  consent,
  consentPaper,
  draft,
  emergencyAccess,
  errors,
  family,
  followUp,
  handOver,
  importFile,
  logReview,
  login,
  people,
  retention,
  schoolRegister,
  session,
  sharing,
  shell,
  start,
  statistics,
};
