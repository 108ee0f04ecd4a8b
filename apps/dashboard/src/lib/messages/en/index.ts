import type { Messages } from "../sv/index.ts";
import { accessibility } from "./accessibility.ts";
import { barnetsPlan } from "./barnets-plan.ts";
import { behovskompass } from "./behovskompass.ts";
import { charts } from "./charts.ts";
import { childPage } from "./child-page.ts";
import { draft } from "./draft.ts";
import { errors } from "./errors.ts";
import { followUp } from "./follow-up.ts";
import { people } from "./people.ts";
import { session } from "./session.ts";
import { shell } from "./shell.ts";
import { start } from "./start.ts";

export const messages: Messages = {
  accessibility,
  barnetsPlan,
  behovskompass,
  charts,
  childPage,
  draft,
  errors,
  followUp,
  people,
  session,
  shell,
  start,
};
