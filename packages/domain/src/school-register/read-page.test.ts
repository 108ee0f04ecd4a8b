import { describe, expect, it } from "vitest";
import { readMarking, strongerMarking, suggestedRole, unitKindOf } from "./codes.ts";
import { asRegisterExpectation, registerFaultText } from "./fault-text.ts";
import { readDeleted } from "./read-deleted.ts";
import { readPage } from "./read-page.ts";

const school = {
  id: "o1",
  displayName: "Ekmyrskolan",
  organisationType: "Skolenhet",
  schoolTypes: ["GR", "FKLASS"],
  schoolUnitCode: "12345678",
  municipalityCode: "9001",
  parentOrganisation: { id: "o0" },
};
const pupil = {
  id: "p1",
  givenName: "Nilo",
  familyName: "Vandral",
  birthDate: "2016-03-01",
  civicNo: { value: "201603019999", nationality: "SE" },
  securityMarking: "Ingen",
  responsibles: [{ person: { id: "p2" }, relationType: "Vårdnadshavare" }],
  enrolments: [
    { enroledAt: { id: "o1" }, schoolType: "GR", startDate: "2023-08-16" },
    { enroledAt: { id: "o9" }, startDate: "2022-08-16", cancelled: true },
  ],
};

describe("a page of the school register", () => {
  it("reads a place with its codes as they are written", () => {
    expect(readPage("organisations", [school])).toEqual({
      resource: "organisations",
      faults: [],
      unknown: [],
      rows: [
        {
          sourceId: "o1",
          name: "Ekmyrskolan",
          typeSource: "Skolenhet",
          schoolTypes: ["GR", "FKLASS"],
          schoolUnitCode: "12345678",
          municipalityCode: "9001",
          parentSourceId: "o0",
          startDate: null,
          endDate: null,
        },
      ],
    });
  });

  it("reads a pupil with adults and enrolments; an enrolment that was called off never was", () => {
    const page = readPage("persons", [pupil]);
    if (page.resource !== "persons" || !("rows" in page)) throw new Error("refused");
    const [person] = page.rows;
    expect(person).toMatchObject({
      civicNo: "201603019999",
      marking: "ingen",
      responsibles: [{ adultSourceId: "p2", relationSource: "Vårdnadshavare" }],
    });
    expect(person?.enrolments).toEqual([
      {
        sourceId: "p1/o1/2023-08-16",
        pupilSourceId: "p1",
        organisationSourceId: "o1",
        schoolTypeSource: "GR",
        startDate: "2023-08-16",
        endDate: null,
      },
    ]);
  });

  it("keeps a code that the standard does not have, and says so", () => {
    const duty = { id: "d1", person: { id: "p3" }, dutyAt: { id: "o1" }, dutyRole: "Trivselledare" };
    expect(readPage("duties", [duty])).toMatchObject({
      rows: [{ roleSource: "Trivselledare" }],
      unknown: [{ field: "dutyRole", code: "Trivselledare" }],
    });
  });

  it("is refused whole for one fault, naming object, field and what was expected", () => {
    const page = readPage("placements", [
      { id: "x1", child: { id: "p1" }, placedAt: { id: "o2" } },
      { id: "x2", child: {}, placedAt: { id: "o2" }, startDate: "2026-13-01" },
      {
        id: "x1",
        child: { id: "p1" },
        placedAt: { id: "o2" },
        startDate: "2026-02-01",
        endDate: "2026-01-01",
      },
      "half a",
    ]);
    expect("rows" in page).toBe(false);
    expect(page.faults.map((fault) => registerFaultText(fault, "sv"))).toEqual([
      "objekt 2 (x2), child: en hänvisning med id väntades",
      "objekt 2 (x2), startDate: ett datum som 2026-03-15 väntades",
      "objekt 3 (x1), endDate: slutet ligger före början",
      "objekt 3 (x1), id: samma id finns två gånger på sidan",
      "objekt 4: ett objekt väntades",
      "objekt 4, child: en hänvisning med id väntades",
      "objekt 4, placedAt: en hänvisning med id väntades",
    ]);
  });

  it("tells which protection holds though the page is refused", () => {
    const page = readPage("persons", [
      { ...pupil, givenName: 17 },
      { ...pupil, id: "p4", securityMarking: "Skyddad folkbokföring" },
      { id: 5, securityMarking: "Sekretessmarkering" },
    ]);
    expect(page).toMatchObject({
      markings: [
        { sourceId: "p1", marking: "ingen" },
        { sourceId: "p4", marking: "skyddad_folkbokforing" },
      ],
    });
  });

  it("never writes what stood in a field into a fault", () => {
    const page = readPage("persons", [{ ...pupil, birthDate: "hemligt", familyName: "x".repeat(201) }]);
    expect(JSON.stringify(page.faults)).not.toMatch(/hemligt|xxx/);
    expect(page.faults.map(({ expected }) => expected)).toEqual(["at_most_200_characters", "date"]);
  });

  it("wants codes of the right length for a place", () => {
    const page = readPage("organisations", [{ ...school, schoolUnitCode: "123", municipalityCode: "90" }]);
    expect(page.faults.map(({ field, expected }) => [field, expected])).toEqual([
      ["schoolUnitCode", "school_unit_code"],
      ["municipalityCode", "municipality_code"],
    ]);
  });
});

describe("protection", () => {
  it("is what the register says, and also what it says in a word nobody knows", () => {
    expect(readMarking("Skyddad folkbokföring")).toEqual({ marking: "skyddad_folkbokforing", isKnown: true });
    expect(readMarking("Kvarskrivning")).toEqual({ marking: "sekretessmarkering", isKnown: false });
  });

  it("is only ever raised", () => {
    expect(strongerMarking("skyddad_folkbokforing", "ingen")).toBe("skyddad_folkbokforing");
    expect(strongerMarking("ingen", "sekretessmarkering")).toBe("sekretessmarkering");
  });
});

describe("what the register suggests", () => {
  it("is a role for some duties and none for others", () => {
    expect(suggestedRole("Rektor")).toBe("barnkontakt");
    expect(suggestedRole("Skolpsykolog")).toBe("teammedlem");
    expect(suggestedRole("Bibliotekarie")).toBeNull();
  });

  it("is the kind of place by its forms of school", () => {
    expect(unitKindOf(["FS"])).toBe("forskola");
    expect(unitKindOf(["FS", "FKLASS", "GR"])).toBe("grundskola");
    expect(unitKindOf(["GY"])).toBe("annan");
  });
});

describe("what has been deleted", () => {
  it("is read in both shapes that servers answer in", () => {
    expect(readDeleted({ persons: ["p1"], groups: ["g1"], duties: ["d1"] })).toEqual([
      { resource: "duties", sourceId: "d1" },
      { resource: "persons", sourceId: "p1" },
    ]);
    expect(
      readDeleted([
        { entityType: "Person", id: "p1" },
        { entityType: "placements", id: "x1" },
        { entityType: "Group", id: "g1" },
      ]),
    ).toEqual([
      { resource: "persons", sourceId: "p1" },
      { resource: "placements", sourceId: "x1" },
    ]);
  });
});

it("knows its own expectations when they come back from the database", () => {
  expect(asRegisterExpectation("date")).toBe("date");
  expect(asRegisterExpectation("nonsense")).toBeNull();
});
