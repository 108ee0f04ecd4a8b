import type { Messages } from "../sv/index.ts";
import { accessibility } from "./accessibility.ts";
import { barnetsPlan } from "./barnets-plan.ts";
import { barnteam } from "./barnteam.ts";
import { behovskompass } from "./behovskompass.ts";
import { charts } from "./charts.ts";
import { childPage } from "./child-page.ts";
import { consent } from "./consent.ts";
import { draft } from "./draft.ts";
import { errors } from "./errors.ts";
import { followUp } from "./follow-up.ts";
import { importFile } from "./import-file.ts";
import { login } from "./login.ts";
import { people } from "./people.ts";
import { retention } from "./retention.ts";
import { session } from "./session.ts";
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
  draft,
  errors,
  followUp,
  importFile,
  login,
  people,
  retention,
  session,
  shell,
  start,
  statistics,
};
