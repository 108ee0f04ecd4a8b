import { describe, expect, it } from "vitest";
import type { Area } from "../behovskompass/index.ts";
import { raterKey } from "../behovskompass/index.ts";
import {
  compareChild,
  DEFAULT_RULES,
  NO_EQUIVALENCES,
  type Series,
  type Signal,
  type Thoughts,
} from "../follow-up/index.ts";
import { addDays, decimal, localDate } from "../shared/index.ts";
import { type CaseloadFacts, compareWork, deriveWork, type OpenSignal } from "./work.ts";

const today = localDate("2026-06-01");
const NOTHING: CaseloadFacts = { followUp: "planned", openSignals: [], series: [], hasOpenDraft: false };

const workOf = (over: Partial<CaseloadFacts>) => deriveWork({ ...NOTHING, ...over }, today, DEFAULT_RULES);
const kindsOf = (over: Partial<CaseloadFacts>) => workOf(over).reasons.map(({ kind }) => kind);

const raised = (area: Area, signals: readonly Signal[], over: Partial<OpenSignal> = {}): OpenSignal => ({
  area,
  raised: [{ rater: raterKey("barn"), signals }],
  state: "new",
  isLate: false,
  ...over,
});

type Round = { days: number; rater?: string; ratings: Partial<Record<Area, 1 | 2 | 3 | 4 | 5 | "blank">> };

/** Rounds counted in days before today, each its own compass. */
function seriesOf(
  rounds: readonly Round[],
  thoughts: Record<string, Partial<Record<Area, Thoughts>>> = {},
): Series[] {
  const assessments = rounds.map(({ days, rater = "barn", ratings }) => {
    const assessedOn = addDays(today, -days);
    const listed = Object.entries(ratings).map(
      ([area, answer]) => [area as Area, { kind: "single" as const, answer }] as const,
    );
    return {
      compassId: `${days} days ago`,
      rater: raterKey(rater),
      assessedOn,
      registeredOn: assessedOn,
      instrument: "samtalsunderlag" as const,
      instrumentVersion: "1",
      ageForm: null,
      ratings: new Map(listed),
    };
  });
  const said = Object.entries(thoughts).map(
    ([compassId, areas]) => [compassId, new Map(Object.entries(areas) as [Area, Thoughts][])] as const,
  );
  return compareChild({ assessments, thoughts: new Map(said) }, DEFAULT_RULES, NO_EQUIVALENCES);
}

describe("a child with nothing to do", () => {
  it("stands under nothing now", () => expect(workOf({})).toEqual({ section: "nothing_now", reasons: [] }));

  it("is also one who is done or no longer followed", () => {
    expect(workOf({ followUp: "done" }).section).toBe("nothing_now");
    expect(workOf({ followUp: null }).section).toBe("nothing_now");
  });
});

describe("open signals", () => {
  it("need assessment, each area once by its strongest signal, in the model's order", () => {
    const openSignals = [
      raised("utvecklas", ["stagnation"]),
      raised("fritid", ["stagnation", "prolonged_stagnation"]),
      raised("omsorg", ["stagnation"]),
      raised("ma_bra", ["concern_remains"]),
      raised("trygghet", ["decline", "prolonged_stagnation"]),
      raised("respekteras", ["stagnation", "decline"], { state: "seen" }),
    ];
    expect(workOf({ openSignals })).toEqual({
      section: "needs_assessment",
      reasons: [
        { kind: "prolonged_stagnation", areas: ["trygghet", "fritid"] },
        { kind: "decline", areas: ["respekteras"] },
        { kind: "stagnation", areas: ["omsorg", "utvecklas"] },
        { kind: "concern_remains", areas: ["ma_bra"] },
      ],
    });
  });

  it("are the strongest of all raters inside", () => {
    const inside = [
      { rater: raterKey("barn"), signals: ["stagnation"] as const },
      { rater: raterKey("barnteam"), signals: ["decline"] as const },
    ];
    expect(kindsOf({ openSignals: [raised("fritid", [], { raised: inside })] })).toEqual(["decline"]);
  });

  it("are taken care of on an agenda, until the meeting has passed them by", () => {
    const onAgenda = raised("fritid", ["decline"], { state: "on_agenda" });
    expect(kindsOf({ openSignals: [onAgenda] })).toEqual([]);
    const late = [{ ...onAgenda, isLate: true }, raised("omsorg", ["decline"], { isLate: true })];
    expect(workOf({ openSignals: late }).reasons).toEqual([{ kind: "late", areas: ["omsorg", "fritid"] }]);
  });
});

describe("presumed concern to answer", () => {
  const twice = (before: Round["ratings"], now: Round["ratings"]): Round[] => [
    { days: 90, ratings: before },
    { days: 2, ratings: now },
  ];
  const areasOf = (series: Series[], openSignals: OpenSignal[] = []) =>
    workOf({ series, openSignals }).reasons.flatMap((reason) =>
      reason.kind === "concern_to_answer" ? reason.areas : [],
    );

  it("is asked for in the areas of the latest compass where thoughts are presumed", () => {
    const series = seriesOf(
      twice({ omsorg: 1, fritid: 2, utvecklas: 3 }, { omsorg: 3, fritid: 4, utvecklas: 4 }),
    );
    expect(areasOf(series)).toEqual(["omsorg"]);
    expect(workOf({ series }).section).toBe("needs_assessment");
  });

  it("is not asked for once answered, raised already, unanswered by the rater or rated only once", () => {
    const rounds = twice({ omsorg: 1, fritid: 1 }, { omsorg: 2, fritid: "blank", ma_bra: 1 });
    expect(areasOf(seriesOf(rounds))).toEqual(["omsorg"]);
    for (const concern of [true, false]) {
      const answered = { "2 days ago": { omsorg: { concern, target: null } } };
      expect(areasOf(seriesOf(rounds, answered))).toEqual([]);
    }
    expect(areasOf(seriesOf(rounds), [raised("omsorg", ["stagnation"])])).toEqual([]);
  });

  it("goes by the target where one is set", () => {
    const target = (text: string) => ({ "2 days ago": { omsorg: { concern: null, target: decimal(text) } } });
    expect(areasOf(seriesOf(twice({ omsorg: 3 }, { omsorg: 4 }), target("4.5")))).toEqual(["omsorg"]);
    expect(areasOf(seriesOf(twice({ omsorg: 1 }, { omsorg: 2 }), target("2")))).toEqual([]);
  });

  it("looks at the child's compass when that is the latest", () => {
    const team: Round[] = [90, 30].map((days) => ({ days, rater: "barnteam", ratings: { fritid: 2 } }));
    expect(areasOf(seriesOf([...team, ...twice({ omsorg: 1 }, { omsorg: 2 })]))).toEqual(["omsorg"]);
  });

  it("looks at the latest compass alone", () => {
    const rounds: Round[] = [
      ...twice({ omsorg: 1 }, { omsorg: 2 }),
      { days: 0, rater: "barnteam", ratings: { fritid: 4 } },
    ];
    expect(areasOf(seriesOf(rounds))).toEqual([]);
    expect(areasOf(seriesOf(rounds.toReversed().slice(1)))).toEqual(["omsorg"]);
  });
});

describe("divergence", () => {
  it("is a reason, and says when the child is the lowest", () => {
    const series = seriesOf([
      { days: 2, ratings: { utvecklas: 4, fritid: 5, omsorg: 4 } },
      { days: 1, rater: "barnteam", ratings: { utvecklas: 4, fritid: 4, omsorg: 1 } },
      { days: 0, rater: "vardnadshavare:1", ratings: { fritid: 2 } },
    ]);
    expect(workOf({ series }).reasons).toEqual([
      { kind: "divergence", areas: ["omsorg", "fritid"], isChildLowest: false },
    ]);
    const lower = seriesOf([
      { days: 2, ratings: { fritid: 2, omsorg: 5 } },
      { days: 1, rater: "barnteam", ratings: { fritid: 4, omsorg: 1 } },
    ]);
    expect(workOf({ series: lower }).reasons).toEqual([
      { kind: "divergence", areas: ["omsorg", "fritid"], isChildLowest: true },
    ]);
  });

  it("is none of ratings still to come", () => {
    const series = seriesOf([
      { days: 0, ratings: { fritid: 4 } },
      { days: -1, rater: "barnteam", ratings: { fritid: 1 } },
    ]);
    expect(kindsOf({ series })).toEqual([]);
  });
});

describe("the follow-up itself", () => {
  it.each(["overdue", "missing_date", "soon"] as const)("is a reason when it is %s", (followUp) => {
    expect(workOf({ followUp })).toEqual({ section: "follow_up", reasons: [{ kind: followUp, areas: [] }] });
  });

  it("is a reason while a form is open", () => {
    expect(workOf({ hasOpenDraft: true })).toEqual({
      section: "follow_up",
      reasons: [{ kind: "draft_open", areas: [] }],
    });
  });

  it("stands beside what needs assessment", () => {
    const work = workOf({ followUp: "overdue", openSignals: [raised("fritid", ["stagnation"])] });
    expect(work.section).toBe("needs_assessment");
  });

  it("comes before a divergence and after a signal when it is overdue", () => {
    const series = seriesOf([
      { days: 2, ratings: { fritid: 4 } },
      { days: 1, rater: "barnteam", ratings: { fritid: 1 } },
    ]);
    const openSignals = [raised("fritid", ["stagnation"])];
    expect(kindsOf({ followUp: "overdue", series, openSignals })).toEqual([
      "stagnation",
      "overdue",
      "divergence",
    ]);
  });
});

describe("the order of a work list", () => {
  const order: readonly [string, Partial<CaseloadFacts>][] = [
    ["prolonged_stagnation", { openSignals: [raised("fritid", ["prolonged_stagnation"])] }],
    ["decline", { openSignals: [raised("fritid", ["decline"])] }],
    ["late", { openSignals: [raised("fritid", ["decline"], { isLate: true })] }],
    ["stagnation", { openSignals: [raised("fritid", ["stagnation"])] }],
    ["concern_remains", { openSignals: [raised("fritid", ["concern_remains"])] }],
    ["overdue", { followUp: "overdue" }],
    ["missing_date", { followUp: "missing_date" }],
    [
      "concern_to_answer",
      {
        series: seriesOf([
          { days: 90, ratings: { fritid: 1 } },
          { days: 60, ratings: { fritid: 2 } },
        ]),
      },
    ],
    [
      "divergence",
      {
        series: seriesOf([
          { days: 2, ratings: { fritid: 4 } },
          { days: 1, rater: "barnteam", ratings: { fritid: 1 } },
        ]),
      },
    ],
    ["draft_open", { hasOpenDraft: true }],
    ["soon", { followUp: "soon" }],
    ["nothing", {}],
  ];

  it("goes by what there is to do first, never by a score", () => {
    const works = order.map(([name, facts]) => ({ name, work: workOf(facts) }));
    const sorted = works.toReversed().toSorted((a, b) => compareWork(a.work, b.work));
    expect(sorted.map(({ name }) => name)).toEqual(order.map(([name]) => name));
  });

  it("goes by the most urgent of a child's reasons, which stands first", () => {
    const both = workOf({
      followUp: "soon",
      openSignals: [raised("fritid", ["decline"])],
      hasOpenDraft: true,
    });
    expect(both.reasons.map(({ kind }) => kind)).toEqual(["decline", "draft_open", "soon"]);
    expect(compareWork(both, workOf({ followUp: "overdue" }))).toBeLessThan(0);
    expect(compareWork(both, workOf({ openSignals: [raised("omsorg", ["decline"])] }))).toBe(0);
  });
});
