import { expect, it } from "vitest";
import { STODPROCESS_STEPS, stepName } from "./step.ts";

it("has the eight steps of the model in order", () => {
  expect(STODPROCESS_STEPS.map((step) => stepName(step, "sv"))).toEqual([
    "Barn upptäcks",
    "Barnkontakt aktiveras",
    "Barnsamtal",
    "Beslut",
    "Barnteam",
    "Uppföljningssamtal",
    "Individuellt barnteam",
    "Barnets behov är uppfyllt",
  ]);
  expect(STODPROCESS_STEPS.map((step) => stepName(step, "en"))).toMatchSnapshot();
});
