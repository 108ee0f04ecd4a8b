import { expect, it } from "vitest";
import { SUPPORT_KINDS, SUPPORT_STATUSES } from "./support.ts";
import { supportKindText, supportStatusText } from "./support-text.ts";

it("names every support and its status in both languages", () => {
  expect(SUPPORT_STATUSES.map((status) => supportStatusText(status, "sv"))).toEqual([
    "Ska sättas in",
    "Pågående",
    "Klart",
  ]);
  expect(SUPPORT_STATUSES.map((status) => supportStatusText(status, "en"))).toEqual([
    "To be started",
    "Ongoing",
    "Done",
  ]);
  const names = SUPPORT_KINDS.flatMap((kind) => [supportKindText(kind, "sv"), supportKindText(kind, "en")]);
  expect(names).toMatchSnapshot();
});
