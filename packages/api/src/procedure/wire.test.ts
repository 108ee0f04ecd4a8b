import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromWire, toWire } from "./wire.ts";

const anyAnswer = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, false),
    fc.integer(),
    fc.string(),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.string(), tie("value"), { maxKeys: 3, noNullPrototype: true }),
    fc.array(fc.tuple(fc.string(), tie("value")), { maxLength: 3 }).map((entries) => new Map(entries)),
  ),
})).value;

describe("an answer on its way over HTTP", () => {
  it("arrives as it was", () => {
    fc.assert(
      fc.property(anyAnswer, (answer) => {
        expect(fromWire(JSON.parse(JSON.stringify(toWire(answer))))).toEqual(answer);
      }),
    );
  });

  it("is not changed where it stands: the page that asked in the same process reads on in it", () => {
    const answer = { series: [{ answers: new Map([["p1", 3]]) }], rounds: [{ id: "r1" }] };
    expect(toWire(answer)).toEqual({ series: [{ answers: { $map: [["p1", 3]] } }], rounds: [{ id: "r1" }] });
    expect(answer.series[0]?.answers).toEqual(new Map([["p1", 3]]));
  });
});
