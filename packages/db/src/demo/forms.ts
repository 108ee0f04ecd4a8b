import {
  type AnswerLayout,
  AREAS,
  type Area,
  answerLayout,
  type Equivalence,
  type Instrument,
  PLACEHOLDER_INSTRUMENTS,
  type RaterKind,
  type Statement,
} from "@kompassen/domain/behovskompass";
import { addDays, type LocalDate, type LocalText } from "@kompassen/domain/shared";
import type { FormKey } from "./story/child-story.ts";
import { perArea } from "./story/per-area.ts";

const SAMTALSUNDERLAG = placeholder("samtalsunderlag");
const SKATTNINGSFORMULAR = placeholder("skattningsformular");

export const STATEMENT_COUNTS = perArea((area) => statementsOf(SKATTNINGSFORMULAR, area).length);

/** A statement of each area was worded anew in version 2 and asks something else than before. */
const NEW_STATEMENTS: Readonly<Record<Area, LocalText>> = {
  omsorg: { sv: "Någon hemma frågar hur dagen har varit.", en: "Someone at home asks how the day was." },
  trygghet: { sv: "Barnet känner sig lugnt på kvällen.", en: "The child feels calm in the evening." },
  ma_bra: { sv: "Barnet trivs med sin kropp.", en: "The child is comfortable with its body." },
  fritid: { sv: "Barnet rör på sig och har roligt.", en: "The child moves about and has fun." },
  tillhorighet: {
    sv: "Någon väntar på barnet på morgonen.",
    en: "Someone waits for the child in the morning.",
  },
  ansvarstagande: { sv: "Barnet kan vänta på sin tur.", en: "The child can wait for its turn." },
  respekteras: { sv: "Barnet får prata till punkt.", en: "The child is allowed to finish speaking." },
  utvecklas: { sv: "Barnet blir stolt över det som det kan.", en: "The child takes pride in its skills." },
};

/** How many statements at the end of an area are new in version 2; of Fritid's three only one was kept. */
const newIn = (area: Area) => (area === "fritid" ? 2 : 1);

const SECOND_VERSION: Instrument = {
  ...SKATTNINGSFORMULAR,
  version: "2",
  statements: AREAS.flatMap((area) =>
    statementsOf(SKATTNINGSFORMULAR, area).map((statement, index, all): Statement => {
      const key = `${area}_${index + 1}b`;
      const isKept = index < all.length - newIn(area);
      if (isKept) return { ...statement, key };
      const isLast = index === all.length - 1;
      return isLast
        ? { ...statement, key, text: NEW_STATEMENTS[area] }
        : {
            ...statement,
            key,
            text: { sv: "Barnet väljer själv vad det gör.", en: "The child chooses what to do." },
          };
    }),
  ),
  equivalences: [],
};

const EQUIVALENCE: Equivalence = {
  instrument: "skattningsformular",
  fromVersion: "1",
  toVersion: "2",
  pairs: AREAS.flatMap((area) => {
    const before = statementsOf(SKATTNINGSFORMULAR, area);
    const after = statementsOf(SECOND_VERSION, area);
    return before.slice(0, before.length - newIn(area)).flatMap(({ key }, index) => {
      const to = after[index]?.key;
      return to === undefined ? [] : [{ from: key, to }];
    });
  }),
};

/** The forms of the demo: the placeholders, and a second version of the Skattningsformulär with what is equivalent. */
export const FORMS: Readonly<Record<FormKey, { readonly number: number; readonly instrument: Instrument }>> =
  {
    "samtalsunderlag 1": { number: 1, instrument: SAMTALSUNDERLAG },
    "skattningsformular 1": { number: 2, instrument: SKATTNINGSFORMULAR },
    "skattningsformular 2": { number: 3, instrument: { ...SECOND_VERSION, equivalences: [EQUIVALENCE] } },
  };

const LAYOUTS: Readonly<Record<FormKey, AnswerLayout>> = {
  "samtalsunderlag 1": answerLayout(SAMTALSUNDERLAG),
  "skattningsformular 1": answerLayout(SKATTNINGSFORMULAR),
  "skattningsformular 2": answerLayout(SECOND_VERSION),
};

export function layoutOf(form: FormKey): AnswerLayout {
  return LAYOUTS[form];
}

/** In the first year the teams of these units put one whole number an area; since then they rate statements. */
const SINGLE_NUMBER_UNITS = ["SKO2", "FSK4"];
const SINGLE_NUMBER_UNTIL_DAYS_AGO = 640;

const SECOND_VERSION_UNITS = ["SKO2", "SKO3", "SKO5", "FSK3"];
export const SECOND_VERSION_FROM_DAYS_AGO = 200;

/** Which form somebody rates with at a unit on a day. */
export function formOn(rater: RaterKind, unit: string, day: LocalDate, today: LocalDate): FormKey {
  if (rater === "barn" || rater === "vardnadshavare") return "samtalsunderlag 1";
  const isBeforeStatements = day < addDays(today, -SINGLE_NUMBER_UNTIL_DAYS_AGO);
  if (rater === "barnteam" && isBeforeStatements && SINGLE_NUMBER_UNITS.includes(unit))
    return "samtalsunderlag 1";
  const isSecond =
    day >= addDays(today, -SECOND_VERSION_FROM_DAYS_AGO) && SECOND_VERSION_UNITS.includes(unit);
  return isSecond ? "skattningsformular 2" : "skattningsformular 1";
}

function placeholder(id: Instrument["id"]): Instrument {
  const found = PLACEHOLDER_INSTRUMENTS.find((instrument) => instrument.id === id);
  if (found === undefined) throw new RangeError(`no placeholder for ${id}`);
  return found;
}

function statementsOf(instrument: Instrument, area: Area): Statement[] {
  return instrument.statements.filter((statement) => statement.area === area);
}
