import { dateText } from "@kompassen/domain/shared";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals }) => {
  const instruments = await locals.api.administration.listInstruments();
  return {
    instruments: instruments.map((row) => ({
      ...row,
      validFromText: dateText(row.validFrom, locals.locale),
    })),
  };
};
