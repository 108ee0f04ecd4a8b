import type { Messages } from "../sv/index.ts";
import { accessibility } from "./accessibility.ts";
import { barnetsPlan } from "./barnets-plan.ts";
import { barnteam } from "./barnteam.ts";
import { behovskompass } from "./behovskompass.ts";
import { charts } from "./charts.ts";
import { childPage } from "./child-page.ts";
import { consent } from "./consent.ts";
import { consentPaper } from "./consent-paper.ts";
import { draft } from "./draft.ts";
import { errors } from "./errors.ts";
import { family } from "./family.ts";
import { followUp } from "./follow-up.ts";
import { importFile } from "./import-file.ts";
import { logReview } from "./log-review.ts";
import { login } from "./login.ts";
import { people } from "./people.ts";
import { retention } from "./retention.ts";
import { session } from "./session.ts";
import { sharing } from "./sharing.ts";
import { shell } from "./shell.ts";
import { start } from "./start.ts";
import { statistics } from "./statistics.ts";

export const messages: Messages = {
  accessibility,
  barnetsPlan,
  barnteam,
  behovskompass,
  charts,
  childPage,
  consent,
  consentPaper,
  draft,
  errors,
  family,
  followUp,
  importFile,
  logReview,
  login,
  people,
  retention,
  session,
  sharing,
  shell,
  start,
  statistics,
};
