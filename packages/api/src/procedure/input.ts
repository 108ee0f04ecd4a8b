import { isLocalDate } from "@kompassen/domain/shared";
import { z } from "zod";

/** A calendar day, `yyyy-mm-dd`. */
export const day = z.string().refine(isLocalDate, "date");
