import { accessibility } from "./accessibility.ts";
import { charts } from "./charts.ts";
import { errors } from "./errors.ts";
import { session } from "./session.ts";
import { shell } from "./shell.ts";
import { start } from "./start.ts";

/** The base dictionary, one file per room. A room added here must be added in every other language. */
export const messages = { accessibility, charts, errors, session, shell, start };

export type Messages = typeof messages;
