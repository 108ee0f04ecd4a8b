export { adoptKeys } from "./adopt-keys.ts";
export {
  type Answer,
  isValue,
  UNANSWERED,
  type Unanswered,
  VALUES,
  type Value,
} from "./answer.ts";
export { type AnswerLayout, type AreaLayout, answerLayout } from "./answer-layout.ts";
export {
  AREAS,
  type Area,
  areaName,
  areaPosition,
  childSentence,
  isArea,
  PROTECTIVE_AREAS,
} from "./area.ts";
export { type AreaRating, areaScore, scoreOf, type Tally, tally } from "./area-rating.ts";
export {
  AGE_FORMS,
  type AgeForm,
  type Equivalence,
  INSTRUMENT_IDS,
  INSTRUMENT_STATUSES,
  type Instrument,
  type InstrumentId,
  type InstrumentStatus,
  isAgeForm,
  isInstrumentId,
  type Statement,
} from "./instrument.ts";
export { type AreaRatings, type PackedAnswers, packAnswers, unpackAnswers } from "./packed-answers.ts";
export { PLACEHOLDER_INSTRUMENTS, PLACEHOLDER_NOTICE } from "./placeholder.ts";
export {
  compareRaters,
  isRaterKey,
  parseRater,
  RATER_KINDS,
  type Rater,
  type RaterKey,
  type RaterKind,
  raterKey,
  raterPhrase,
  toRaterKey,
} from "./rater.ts";
export { type InstrumentFault, readInstrument } from "./read-instrument.ts";
export { INSTRUMENT_COLUMNS, readInstrumentRows } from "./read-instrument-rows.ts";
export { type ScaleAnchors, scaleAnchors } from "./scale.ts";
export { suggestAgeForm } from "./suggest-age-form.ts";
