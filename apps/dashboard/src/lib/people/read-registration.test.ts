import { describe, expect, test } from "vitest";
import { addGuardianRow, readRegistration, removeGuardianRow } from "./read-registration.ts";

function aForm(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

const twoGuardians = {
  givenName: " Nilo ",
  "guardians.0.guardianId": "a",
  "guardians.0.name": "Mira",
  "guardians.0.relation": "mamma",
  "guardians.1.guardianId": "b",
  "guardians.1.name": "Ero",
  "guardians.1.relation": "pappa",
};

describe("the registration form", () => {
  test("keeps what was written, and the rows that are there", () => {
    const filled = readRegistration(aForm(twoGuardians));
    expect(filled.givenName).toBe("Nilo");
    expect(filled.guardians.map(({ name }) => name)).toEqual(["Mira", "Ero"]);
  });

  test("loses nothing when a row is added or taken away", () => {
    const filled = readRegistration(aForm(twoGuardians));
    const added = addGuardianRow(filled, "c");
    expect(added.guardians.map(({ guardianId }) => guardianId)).toEqual(["a", "b", "c"]);
    expect(removeGuardianRow(added, "a").guardians.map(({ name }) => name)).toEqual(["Ero", ""]);
    expect(added.givenName).toBe("Nilo");
  });

  test("has at most six rows", () => {
    const rows = ["c", "d", "e", "f", "g", "h"].reduce(addGuardianRow, readRegistration(aForm(twoGuardians)));
    expect(rows.guardians).toHaveLength(6);
  });
});
