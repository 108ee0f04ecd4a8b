import { describe, expect, it } from "vitest";
import { CLOSING_REASONS } from "../people/index.ts";
import { localDate, type Result } from "../shared/index.ts";
import { PROCESS_STEP_KINDS, processStepName } from "./process-step.ts";
import { listStepChildren, readSteps, STEP_COLUMNS } from "./read-steps.ts";
import { closingStep, stepDetail } from "./step-detail.ts";

const today = localDate("2026-05-01");
const words = { children: new Map([["B-1", "child-1"]]), units: new Map([["SKO1", "unit-1"]]) };

const rowsOf = (...lines: readonly string[]) =>
  [STEP_COLUMNS.join("|"), ...lines].map((line, index) => ({ cells: line.split("|"), row: index + 1 }));
const read = (...lines: readonly string[]) => readSteps(rowsOf(...lines), words, today);
const faultsOf = <Value, Fault>(result: Result<Value, Fault>) => (result.ok ? [] : result.faults);
const placesOf = (...lines: readonly string[]) =>
  faultsOf(read(...lines)).map(({ row, column, expected }) => `${row} ${column} ${expected.code}`);

describe("a file of steps", () => {
  it("is read with what it leaves to be derived as absent", () => {
    expect(
      read(
        "B-1|beslut|barnteam|SKO1|7-12|2026-05-01|2026-04-30|a",
        "B-1|barnteam||||2026-04-30|2026-04-30|b",
      ),
    ).toEqual({
      ok: true,
      value: [
        {
          row: 2,
          childId: "child-1",
          kind: "beslut",
          detail: "barnteam",
          unitId: "unit-1",
          ageGroup: "7-12",
          registeredOn: "2026-05-01",
          occurredOn: "2026-04-30",
          key: "a",
        },
        {
          row: 3,
          childId: "child-1",
          kind: "barnteam",
          detail: null,
          unitId: null,
          ageGroup: null,
          registeredOn: "2026-04-30",
          occurredOn: "2026-04-30",
          key: "b",
        },
      ],
    });
  });

  it("says what columns it lacks", () => {
    const faults = faultsOf(readSteps([{ cells: ["child", "kind"], row: 1 }], words, today));
    expect(faults.map(({ column }) => column)).toEqual(STEP_COLUMNS.slice(2));
    expect(listStepChildren([{ cells: ["child", "kind"], row: 1 }])).toEqual(new Set());
  });

  it("names every child it speaks of", () => {
    expect(listStepChildren(rowsOf("A|||||||1", "B|||||||2", "A|||||||3"))).toEqual(new Set(["A", "B"]));
  });

  it("has no day after today, and nothing registered before it happened", () => {
    expect(placesOf("B-1|barnsamtal||||2026-05-02|2026-05-02|a")).toEqual([
      "2 registered_on not_after",
      "2 occurred_on not_after",
    ]);
    expect(placesOf("B-1|barnsamtal||||2026-04-01|2026-04-02|a")).toEqual(["2 occurred_on not_after"]);
    expect(placesOf("B-1|barnsamtal||||2026-05-01|2026-05-01|a")).toEqual([]);
    expect(placesOf("B-1|barnsamtal||||ja|nej|a")).toEqual(["2 registered_on date", "2 occurred_on date"]);
  });

  it("has an id in every row, each once, also beside other faults", () => {
    expect(placesOf("B-1|barnsamtal||||2026-04-01|2026-04-01|")).toEqual(["2 id filled"]);
    expect(
      placesOf("B-9|barnsamtal||||2026-04-01|2026-04-01|a", "B-1|barnsamtal||||2026-04-01|2026-04-01|a"),
    ).toEqual(["2 child known_child", "3 id unique_id"]);
  });

  it("tells faults of whole rows and of endless cells in order of rows", () => {
    const endless = `B-1|barnsamtal||||2026-04-01|2026-04-01|${"x".repeat(201)}`;
    expect(placesOf("B-9|samtal|||x|||", "B-1", endless)).toEqual([
      "2 child known_child",
      "2 kind one_of",
      "2 age_group one_of",
      "2 registered_on date",
      "2 occurred_on date",
      "2 id filled",
      "3 null cell_count",
      "4 id at_most_characters",
    ]);
  });
});

describe("the detail of a step", () => {
  it("is needed for a card and a Beslut, may stand beside two others, and never elsewhere", () => {
    const byKind = PROCESS_STEP_KINDS.map((kind) => [kind, stepDetail(kind)] as const);
    expect(byKind.filter(([, { isNeeded }]) => isNeeded).map(([kind]) => kind)).toEqual([
      "upptackarkort",
      "beslut",
    ]);
    const optional = byKind.filter(([, { isNeeded, words: of }]) => !isNeeded && of.length > 0);
    expect(optional.map(([kind]) => kind)).toEqual(["individuellt_barnteam", "avslutat_annat"]);
  });

  it("is refused when it is missing or another kind's, and the fault says which words there are", () => {
    const line = (kind: string, detail: string) => `B-1|${kind}|${detail}|||2026-04-01|2026-04-01|a`;
    expect(placesOf(line("individuellt_barnteam", ""))).toEqual([]);
    expect(placesOf(line("beslut", ""))).toEqual(["2 detail one_of"]);
    expect(placesOf(line("upptackarkort", "barnteam"))).toEqual(["2 detail one_of"]);
    const [fault] = faultsOf(read(line("barnsamtal", "barnteam")));
    expect(fault?.expected).toEqual({ code: "one_of", options: [""] });
  });

  it("is the reason of a closing, unless the needs are met", () => {
    for (const reason of CLOSING_REASONS) {
      const { kind, detail } = closingStep(reason);
      expect(kind === "behov_uppfyllt").toBe(reason === "behov_uppfyllt");
      expect(detail === null || stepDetail(kind).words.includes(detail), reason).toBe(true);
    }
  });
});

it("names every kind in both languages, each by its own name", () => {
  for (const language of ["sv", "en"] as const) {
    const names = PROCESS_STEP_KINDS.map((kind) => processStepName(kind, language));
    expect(new Set(names).size).toBe(PROCESS_STEP_KINDS.length);
  }
});
