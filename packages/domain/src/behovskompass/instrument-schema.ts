import { z } from "zod";
import { isLocalDate, type LocalDate } from "../shared/index.ts";
import { AREAS } from "./area.ts";
import { AGE_FORMS, INSTRUMENT_IDS } from "./instrument.ts";

const MAX_KEY = 100;
const MAX_TEXT = 2_000;
const MAX_STATEMENTS = 500;

const key = z.string().trim().min(1).max(MAX_KEY);
const text = z.string().trim().min(1).max(MAX_TEXT);

/** English may be left out: then the Swedish text stands in both languages. */
const localText = z.object({ sv: text, en: text.optional() }).transform(({ sv, en = sv }) => ({ sv, en }));

const date = z.custom<LocalDate>((value) => typeof value === "string" && isLocalDate(value));

const statement = z.object({
  key,
  area: z.enum(AREAS),
  text: localText,
  text_by_age_form: z.partialRecord(z.enum(AGE_FORMS), localText).optional(),
  source: z.string().trim().max(MAX_TEXT).default(""),
});

const equivalence = z.object({
  from_version: key,
  to_version: key,
  pairs: z.array(z.object({ from: key, to: key })).min(1),
});

/** The file by which a municipality loads an official form as a new version. */
export const instrumentSchema = z.object({
  instrument: z.enum(INSTRUMENT_IDS),
  version: key,
  title: localText,
  valid_from: date,
  statements: z.array(statement).min(1).max(MAX_STATEMENTS),
  equivalences: z.array(equivalence).default([]),
});

export type InstrumentFile = z.output<typeof instrumentSchema>;
