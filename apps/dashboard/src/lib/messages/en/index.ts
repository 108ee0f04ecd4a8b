import type { Messages } from "../sv/index.ts";
import { accessibility } from "./accessibility.ts";
import { charts } from "./charts.ts";
import { errors } from "./errors.ts";
import { session } from "./session.ts";
import { shell } from "./shell.ts";
import { start } from "./start.ts";

export const messages: Messages = { accessibility, charts, errors, session, shell, start };
