import { raterKey } from "@kompassen/domain/behovskompass";
import type { RaisedBy, Signal } from "@kompassen/domain/follow-up";
import { expect, test } from "vitest";
import { raisedSentence } from "./raised-sentence.ts";

const by = (rater: string, ...signals: Signal[]): RaisedBy => ({ rater: raterKey(rater), signals });

test("what several raters raise is said once each", () => {
  expect(
    raisedSentence("fritid", [by("barn", "stagnation"), by("barnteam", "decline", "stagnation")], "sv"),
  ).toBe("Fritid: tillbaka sedan förra gången; ingen tydlig förändring, tankar kvarstår");
});

test("no change several times in a row stands alone", () => {
  expect(raisedSentence("fritid", [by("barn", "stagnation", "prolonged_stagnation")], "sv")).toBe(
    "Fritid: ingen tydlig förändring flera gånger i rad, tankar kvarstår",
  );
});
