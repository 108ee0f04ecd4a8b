import type { Language, LocalText } from "../shared/index.ts";
import type { Flag, Label, Reason, Signal } from "./comparison.ts";
import type { FollowUpStatus } from "./follow-up-date.ts";

const LABELS: Record<Label, LocalText> = {
  clear_improvement: { sv: "Tydlig förändring åt rätt håll", en: "Clear change the right way" },
  some_improvement: { sv: "Liten förändring åt rätt håll", en: "Small change the right way" },
  maintained: { sv: "Bibehållet", en: "Maintained" },
  unchanged: { sv: "Ingen tydlig förändring", en: "No clear change" },
  some_decline: { sv: "Liten förändring tillbaka", en: "Small change back" },
  clear_decline: { sv: "Tydlig förändring tillbaka", en: "Clear change back" },
  not_comparable: { sv: "Går inte att jämföra", en: "Cannot be compared" },
};

const REASONS: Record<Reason, LocalText> = {
  missing_now: { sv: "området har inget svar den här gången", en: "the area has no answer this time" },
  missing_before: { sv: "området har inget tidigare svar", en: "the area has no earlier answer" },
  different_instrument: { sv: "ett annat formulär än förra gången", en: "another form than last time" },
  different_version: {
    sv: "formuläret har bytt version och för få påståenden är desamma",
    en: "the form has a new version and too few statements are the same",
  },
  too_few_common_statements: {
    sv: "för få påståenden är besvarade båda gångerna",
    en: "too few statements were answered both times",
  },
};

const FLAGS: Record<Flag, LocalText> = {
  short_interval: { sv: "Kort tid emellan", en: "Short interval" },
  long_interval: { sv: "Lång tid emellan", en: "Long interval" },
  late_registration: { sv: "Sent registrerad", en: "Registered late" },
  common_statements_only: { sv: "Bara gemensamma påståenden", en: "Common statements only" },
  statement_drop: { sv: "Ett påstående har sjunkit mycket", en: "A statement has fallen far" },
  different_age_form: { sv: "Annan åldersversion", en: "Another age form" },
};

const SIGNALS: Record<Signal, LocalText> = {
  decline: { sv: "Tillbaka sedan förra gången", en: "Back since last time" },
  stagnation: {
    sv: "Ingen tydlig förändring, tankar kvarstår",
    en: "No clear change, thoughts remain",
  },
  concern_remains: { sv: "Åt rätt håll, tankar kvarstår", en: "The right way, thoughts remain" },
  prolonged_stagnation: {
    sv: "Ingen tydlig förändring flera gånger i rad, tankar kvarstår",
    en: "No clear change several times in a row, thoughts remain",
  },
};

const STATUSES: Record<FollowUpStatus, LocalText> = {
  planned: { sv: "Planerad", en: "Planned" },
  soon: { sv: "Snart", en: "Soon" },
  overdue: { sv: "Försenad", en: "Overdue" },
  missing_date: { sv: "Saknar datum", en: "No date" },
  done: { sv: "Gjord", en: "Done" },
};

/** The short words on screen, without the numbers behind them. */
export const labelText = (label: Label, language: Language): string => LABELS[label][language];
export const reasonText = (reason: Reason, language: Language): string => REASONS[reason][language];
export const flagText = (flag: Flag, language: Language): string => FLAGS[flag][language];
export const signalText = (signal: Signal, language: Language): string => SIGNALS[signal][language];
export const followUpStatusText = (status: FollowUpStatus, language: Language): string =>
  STATUSES[status][language];

/** Asked wherever a concern is only presumed. */
export const CONCERN_QUESTION: LocalText = {
  sv: "Finns det fortfarande tankar kring barnets välbefinnande?",
  en: "Are there still thoughts about the child's wellbeing?",
};
