import { expect, it } from "vitest";
import { buildPlaces } from "./place-hierarchy.ts";

const kommun = { code: "9001", name: "Prövland" };

it("goes from the kommun to units, with a standing unit for those who are at none", () => {
  const places = buildPlaces({
    kommun,
    omraden: [
      { id: "2", name: "Södra Ängen" },
      { id: "1", name: "Tomt område" },
    ],
    units: [
      { code: "SKO1", name: "Skolan", omradeId: "2" },
      { code: "POL1", name: "Polisen", omradeId: null },
    ],
  });
  expect(places.map(({ code, parent }) => [code, parent])).toEqual([
    ["9001", null],
    ["omrade-sodra-angen", "9001"],
    ["inget-omrade", "9001"],
    ["POL1", "inget-omrade"],
    ["SKO1", "omrade-sodra-angen"],
    ["ingen-enhet", "inget-omrade"],
  ]);
});

it("tells two områden of the same name apart, whatever their order", () => {
  const omraden = [
    { id: "b", name: "Norr" },
    { id: "a", name: "Norr" },
  ];
  const units = [
    { code: "A", name: "A", omradeId: "a" },
    { code: "B", name: "B", omradeId: "b" },
  ];
  const parents = (given: typeof omraden) =>
    buildPlaces({ kommun, omraden: given, units }).flatMap(({ level, parent }) =>
      level === "unit" ? [parent] : [],
    );
  expect(parents(omraden)).toEqual(["omrade-norr", "omrade-norr-2", "inget-omrade"]);
  expect(parents(omraden.toReversed())).toEqual(parents(omraden));
});
