import { accessibility } from "./accessibility.ts";
import { errors } from "./errors.ts";
import { shell } from "./shell.ts";
import { start } from "./start.ts";

/** The base dictionary, one file per room. A room added here must be added in every other language. */
export const messages = { accessibility, errors, shell, start };

export type Messages = typeof messages;
