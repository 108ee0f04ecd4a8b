import { AREAS } from "@kompassen/domain/behovskompass";
import { CONSENT_STEPS } from "@kompassen/domain/consent";
import { z } from "zod";

export const step = z.enum(CONSENT_STEPS);

/** Whoever is in the room writes what was said; only the guardian's own login is `online`. */
export const way = z.enum(["in_person", "phone", "letter"]);

/** Lines of a written yes: this unit may tell that unit of these areas. */
export const scope = z
  .array(z.object({ fromUnitId: z.uuid(), toUnitId: z.uuid(), areas: z.array(z.enum(AREAS)).min(1).max(8) }))
  .max(40);
