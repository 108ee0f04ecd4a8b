import { describe, expect, it } from "vitest";
import type { AreaRating } from "../behovskompass/index.ts";
import { addDays, decimal } from "../shared/index.ts";
import {
  aSeries,
  FIRST_DAY,
  lastOf,
  type Step,
  single,
  statements,
  TRYGGHET_OF_CHILD,
  TRYGGHET_OF_TEAM,
} from "./a-series.test-support.ts";
import { FLAGS, REASONS, SIGNALS } from "./comparison.ts";
import { explainComparison, explanationText } from "./explain-comparison.ts";
import { DEFAULT_RULES } from "./rule-set.ts";
import {
  CONCERN_QUESTION,
  flagText,
  followUpStatusText,
  labelText,
  reasonText,
  signalText,
} from "./words.ts";

const languages = ["sv", "en"] as const;

function explain(...steps: Step[]) {
  const series = steps.some(([, { kind }]) => kind === "single") ? TRYGGHET_OF_CHILD : TRYGGHET_OF_TEAM;
  const comparison = lastOf(aSeries(...steps));
  return languages.map((language) =>
    explainComparison(series, comparison, { rules: DEFAULT_RULES, language }),
  );
}

const YES = { concern: true };
const NO = { concern: false };
const meanings = (...steps: Step[]) => explain(...steps).map(({ meaning }) => meaning);
const notes = (...steps: Step[]) => explain(...steps).map(({ notes }) => notes);
const reasons = (...steps: Step[]) =>
  explain(...steps).map(({ raised }) => raised.map(({ because }) => because));
const still = (rating: AreaRating): Step[] => [
  [0, rating],
  [59, rating, YES],
];

describe("an explanation", () => {
  it("tells numbers, dates, meaning, reason and rule", () => {
    const [swedish, english] = explain(
      [-60, statements(2, 2, 2, 2)],
      [0, statements(2, 2, 2, 2), YES],
      [59, statements(2, 2, 2, 3), YES],
    );
    expect(swedish).toEqual({
      numbers:
        "Trygghet, barnteamets skattning: 2,0 → 2,25 på 4 gemensamma påståenden (15 jan – 15 mar 2026).",
      meaning: "Ingen tydlig förändring, och tankar kvarstår. Andra uppföljningen i rad.",
      notes: [],
      raised: [
        {
          signal: "stagnation",
          because: "Lyfts för att det inte syns någon tydlig förändring och tankar kvarstår.",
        },
        {
          signal: "prolonged_stagnation",
          because:
            "Lyfts särskilt: ingen tydlig förändring åt rätt håll sedan 16 nov 2025 och tankar kvarstår.",
        },
      ],
      question: null,
      rule:
        "Regel: uppfoljning, version 1. Liten förändring från 0,5, tydlig från 1,0 på minst 3 gemensamma påståenden. " +
        "Utan svar antas tankar kvarstå under målet, eller vid 3,0 eller lägre utan mål.",
    });
    expect(english).toEqual({
      numbers: "Safety, the Barnteam's rating: 2.0 → 2.25 on 4 common statements (15 Jan – 15 Mar 2026).",
      meaning: "No clear change, and thoughts remain. Second follow-up in a row.",
      notes: [],
      raised: [
        { signal: "stagnation", because: "Raised because no clear change is seen and thoughts remain." },
        {
          signal: "prolonged_stagnation",
          because:
            "Raised in particular: no clear change the right way since 16 Nov 2025 and thoughts remain.",
        },
      ],
      question: null,
      rule:
        "Rule: uppfoljning, version 1. A small change from 0.5, a clear one from 1.0 on at least 3 common statements. " +
        "Without an answer thoughts are presumed to remain below the target, or at 3.0 or lower without one.",
    });
  });

  it("writes single ratings as whole numbers, with their own rule", () => {
    const [swedish, english] = explain([0, single(2)], [59, single(4), NO]);
    expect(swedish?.numbers).toBe("Trygghet, barnets skattning: 2 → 4 (15 jan – 15 mar 2026).");
    expect(swedish?.rule).toContain("Liten förändring från 1 steg, tydlig från 2 steg. Utan svar antas");
    expect(english?.numbers).toBe("Safety, the child's rating: 2 → 4 (15 Jan – 15 Mar 2026).");
    expect(english?.rule).toContain(
      "A small change from 1 step, a clear one from 2 steps. Without an answer",
    );
  });

  it("writes the numbers of another rule set as they are", () => {
    const rules = { ...DEFAULT_RULES, singleRating: { small: decimal("0.5"), clear: decimal("1.5") } };
    const rule = languages.map((language) => {
      const comparison = lastOf(aSeries([0, single(2)], [59, single(4)]));
      return explainComparison(TRYGGHET_OF_CHILD, comparison, { rules, language }).rule;
    });
    expect(rule[0]).toContain("Liten förändring från 0,5 steg, tydlig från 1,5 steg.");
    expect(rule[1]).toContain("A small change from 0.5 step, a clear one from 1.5 steps.");
  });

  it("asks for the answer where the concern is presumed", () => {
    const questions = (...steps: Step[]) => explain(...steps).map(({ question }) => question);
    expect(questions([0, single(2)], [59, single(2)])).toEqual([CONCERN_QUESTION.sv, CONCERN_QUESTION.en]);
    expect(questions([0, single(2)], [59, single(2), NO])).toEqual([null, null]);
    expect(CONCERN_QUESTION).toEqual({
      sv: "Finns det fortfarande tankar kring barnets välbefinnande?",
      en: "Are there still thoughts about the child's wellbeing?",
    });
  });

  it("reads as one text", () => {
    const [swedish] = explain([0, statements(2, 2)], [10, statements(1, 1)]);
    if (swedish === undefined) throw new Error("there is one for each language");
    expect(explanationText(swedish)).toBe(
      [
        "Trygghet, barnteamets skattning: 2,0 → 1,0 på 2 gemensamma påståenden (15 jan – 25 jan 2026).",
        "Tydlig förändring tillbaka, och tankar antas kvarstå: behöver er bedömning.",
        "Nivån var redan låg (2,0 eller lägre), så en liten nedgång räknas som tydlig.",
        "Det är bara 10 dagar mellan skattningarna.",
        "Lyfts för att det har gått tydligt tillbaka.",
        "Finns det fortfarande tankar kring barnets välbefinnande?",
        swedish.rule,
      ].join(" "),
    );
    const [answered] = explain([0, single(2)], [59, single(4), NO]);
    expect(answered === undefined ? "" : explanationText(answered)).toBe(
      `${answered?.numbers} ${answered?.meaning} ${answered?.rule}`,
    );
  });
});

describe("the meaning", () => {
  it("says whether thoughts remain, and what is only presumed", () => {
    expect(meanings([0, single(2)], [59, single(2), NO])).toEqual([
      "Bibehållet, och inga tankar kvarstår.",
      "Maintained, and no thoughts remain.",
    ]);
    expect(meanings([0, single(2)], [59, single(3), YES])).toEqual([
      "Liten förändring åt rätt håll, och tankar kvarstår.",
      "Small change the right way, and thoughts remain.",
    ]);
    expect(meanings([0, single(2)], [59, single(2)])).toEqual([
      "Ingen tydlig förändring, och tankar antas kvarstå: behöver er bedömning.",
      "No clear change, and thoughts are presumed to remain: needs your assessment.",
    ]);
    expect(meanings([0, single(4)], [59, single(4)])).toEqual([
      "Bibehållet på en nivå som antas vara bra.",
      "Maintained at a level presumed to be good.",
    ]);
    expect(meanings([0, single(2)], [59, single(4)])).toEqual([
      "Tydlig förändring åt rätt håll.",
      "Clear change the right way.",
    ]);
  });

  it("counts the follow-ups in a row", () => {
    const row = (count: number) =>
      meanings(...Array.from({ length: count + 1 }, (_, index): Step => [index * 60, single(2), YES]));
    expect(row(1)).toEqual([
      "Ingen tydlig förändring, och tankar kvarstår.",
      "No clear change, and thoughts remain.",
    ]);
    expect(row(3)[0]).toContain("kvarstår. Tredje uppföljningen i rad.");
    expect(row(10)[0]).toContain("Tionde uppföljningen i rad.");
    expect(row(11)[0]).toContain("11:e uppföljningen i rad.");
    expect(row(3)[1]).toContain("remain. Third follow-up in a row.");
    expect(row(10)[1]).toContain("remain. Tenth follow-up in a row.");
    expect(row(11)[1]).toContain("Number 11 follow-up in a row.");
    const ordinals = [4, 5, 6, 7, 8, 9].map((count) =>
      row(count).map((text) => text.split(". ")[1]?.split(" ")[0]),
    );
    expect(ordinals).toEqual([
      ["Fjärde", "Fourth"],
      ["Femte", "Fifth"],
      ["Sjätte", "Sixth"],
      ["Sjunde", "Seventh"],
      ["Åttonde", "Eighth"],
      ["Nionde", "Ninth"],
    ]);
  });
});

describe("the notes", () => {
  it("tell why a band is another than the difference alone would give", () => {
    expect(notes([0, statements(2, 2, 2, 2)], [59, statements(1, 1, 2, 2)])).toEqual([
      ["Nivån var redan låg (2,0 eller lägre), så en liten nedgång räknas som tydlig."],
      ["The level was already low (2.0 or lower), so a small drop counts as clear."],
    ]);
    expect(notes([0, statements(3, 3)], [59, statements(5, 5)])).toEqual([
      ["Med färre än 3 gemensamma påståenden räknas förändringen som liten."],
      ["With fewer than 3 common statements the change counts as small."],
    ]);
    expect(notes([0, statements(2, 2, 2)], [59, statements(1, 1, 1)])).toEqual([[], []]);
    expect(notes([0, statements(2, 2, 2)], [59, statements(3, 3, 3)])).toEqual([[], []]);
    expect(notes([0, statements(3, 3)], [59, statements(3, 4)])).toEqual([[], []]);
    expect(notes([0, single(5)], [59, single(1)])).toEqual([[], []]);
  });

  it("tell each flag with its numbers", () => {
    expect(notes([0, single(4)], [1, single(4)])).toEqual([
      ["Det är bara 1 dag mellan skattningarna."],
      ["Only 1 day between the ratings."],
    ]);
    expect(notes([0, single(4)], [400, single(4)])).toEqual([
      ["Det är 400 dagar mellan skattningarna."],
      ["400 days between the ratings."],
    ]);
    expect(notes([0, single(4)], [59, single(4), { registeredOn: addDays(FIRST_DAY, 90) }])).toEqual([
      ["Skattningen registrerades mer än 14 dagar efter att den gjordes."],
      ["The rating was registered more than 14 days after it was made."],
    ]);
    expect(notes([0, statements(3, 3)], [59, statements(3, 3, 5)])).toEqual([
      ["Jämförelsen gäller bara påståenden som är besvarade båda gångerna; alla svar nu ger 3,67."],
      ["Only statements answered both times are compared; all answers now give 3.67."],
    ]);
    expect(notes([0, single(4), { ageForm: "4-6" }], [59, single(4), { ageForm: "6-12" }])).toEqual([
      ["Åldersversionen är en annan: 4-6 förut, 6-12 nu."],
      ["The age form is another: 4-6 before, 6-12 now."],
    ]);
  });

  it("tell the statements that fell, by their text where it is known", () => {
    const steps: Step[] = [
      [0, statements(5, 5, 3, 3)],
      [59, statements(3, 2, 5, 5)],
    ];
    expect(notes(...steps)).toEqual([
      ["Påståenden som har sjunkit mycket: p1 (5 → 3), p2 (5 → 2)."],
      ["Statements that have fallen far: p1 (5 → 3), p2 (5 → 2)."],
    ]);
    const named = languages.map(
      (language) =>
        explainComparison(TRYGGHET_OF_TEAM, lastOf(aSeries(...steps)), {
          rules: DEFAULT_RULES,
          language,
          statementText: (key) => (key === "p1" ? "Barnet är tryggt hemma" : null),
        }).notes,
    );
    expect(named).toEqual([
      ["Påståenden som har sjunkit mycket: Barnet är tryggt hemma (5 → 3), p2 (5 → 2)."],
      ["Statements that have fallen far: Barnet är tryggt hemma (5 → 3), p2 (5 → 2)."],
    ]);
  });
});

describe("the reason it is raised", () => {
  it("is what made it a decline", () => {
    expect(reasons([0, single(5)], [59, single(3), NO])).toEqual([
      ["Lyfts för att det har gått tydligt tillbaka."],
      ["Raised because it has gone clearly back."],
    ]);
    expect(reasons([0, single(5)], [59, single(4), YES])).toEqual([
      ["Lyfts för att det har gått tillbaka och tankar kvarstår."],
      ["Raised because it has gone back and thoughts remain."],
    ]);
    expect(reasons([0, single(3)], [59, single(2)])).toEqual([
      ["Lyfts för att det har gått tillbaka och tankar antas kvarstå."],
      ["Raised because it has gone back and thoughts are presumed to remain."],
    ]);
    const second = [
      ["Lyfts för att det har gått tillbaka två gånger i rad."],
      ["Raised because it has gone back twice in a row."],
    ];
    expect(reasons([0, single(5)], [59, single(4), NO], [118, single(3), NO])).toEqual(second);
    expect(reasons([0, single(5)], [59, single(4), NO], [69, single(3)])).toEqual(second);
    expect(reasons([0, single(5)], [59, single(4), NO], [69, single(3), YES])[0]).toEqual([
      "Lyfts för att det har gått tillbaka och tankar kvarstår.",
    ]);
  });

  it("is that thoughts remain where nothing changed or the gain was small", () => {
    expect(reasons([0, single(2)], [59, single(2)])).toEqual([
      ["Lyfts för att det inte syns någon tydlig förändring och tankar antas kvarstå."],
      ["Raised because no clear change is seen and thoughts are presumed to remain."],
    ]);
    expect(reasons([0, single(2)], [59, single(3), YES])).toEqual([
      ["Lyfts för att ni har svarat att tankar kvarstår, också när det går åt rätt håll."],
      ["Raised because you answered that thoughts remain, also when it goes the right way."],
    ]);
  });

  it("is since when there has been no clear gain", () => {
    expect(reasons(...still(single(2)), [118, single(2)]).map((because) => because[1])).toEqual([
      "Lyfts särskilt: ingen tydlig förändring åt rätt håll sedan 15 jan 2026 och tankar antas kvarstå.",
      "Raised in particular: no clear change the right way since 15 Jan 2026 and thoughts are presumed to remain.",
    ]);
  });
});

describe("what cannot be compared", () => {
  it("tells the value there is, the latest one before and the reason", () => {
    const [swedish, english] = explain([0, statements(2, 3)], [59, statements("blank")]);
    expect(swedish).toEqual({
      numbers:
        "Trygghet, barnteamets skattning: inget värde (15 mar 2026). Senaste värdet är 2,5 (15 jan 2026).",
      meaning: "Går inte att jämföra: området har inget svar den här gången.",
      notes: [],
      raised: [],
      question: null,
      rule: "Regel: uppfoljning, version 1.",
    });
    expect(english).toMatchObject({
      numbers:
        "Safety, the Barnteam's rating: no value (15 Mar 2026). The latest value is 2.5 (15 Jan 2026).",
      meaning: "Cannot be compared: the area has no answer this time.",
      rule: "Rule: uppfoljning, version 1.",
    });
  });

  it("tells of no earlier value where there is none", () => {
    const [swedish] = explain([0, single("declined")], [59, single(3)]);
    expect(swedish?.numbers).toBe("Trygghet, barnets skattning: 3 (15 mar 2026).");
    expect(swedish?.meaning).toBe("Går inte att jämföra: området har inget tidigare svar.");
  });
});

describe("the words on screen", () => {
  it("are the model's, and never call a child's situation stagnation", () => {
    const labels = [
      "clear_improvement",
      "some_improvement",
      "maintained",
      "unchanged",
      "some_decline",
      "clear_decline",
      "not_comparable",
    ] as const;
    const statuses = ["planned", "soon", "overdue", "missing_date", "done"] as const;
    const words = languages.map((language) => ({
      labels: labels.map((label) => labelText(label, language)),
      reasons: REASONS.map((reason) => reasonText(reason, language)),
      flags: FLAGS.map((flag) => flagText(flag, language)),
      signals: SIGNALS.map((signal) => signalText(signal, language)),
      statuses: statuses.map((status) => followUpStatusText(status, language)),
    }));
    expect(words).toMatchSnapshot();
    expect(JSON.stringify(words)).not.toMatch(/stagn|signifi|reliab/i);
  });
});
