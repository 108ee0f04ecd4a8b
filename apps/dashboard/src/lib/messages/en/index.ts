import type { Messages } from "../sv/index.ts";
import { accessibility } from "./accessibility.ts";
import { errors } from "./errors.ts";
import { shell } from "./shell.ts";
import { start } from "./start.ts";

export const messages: Messages = { accessibility, errors, shell, start };
