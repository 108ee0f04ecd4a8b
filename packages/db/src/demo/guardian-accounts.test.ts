import { localDate } from "@kompassen/domain/shared";
import { expect, test } from "vitest";
import { tellKommun } from "./load-demo.ts";
import { ALVHAMRA } from "./places/alvhamra.ts";
import { GRANVALA } from "./places/granvala.ts";

test("four guardians log in: two of one child, one of two siblings, one of a protected child", () => {
  const rows = tellKommun(ALVHAMRA, localDate("2028-02-29"));
  const childrenOf = rows.guardianAccount.map(({ id }) =>
    rows.guardian.filter(({ accountId }) => accountId === id).map(({ childId }) => childId),
  );
  expect(rows.guardianAccount.map(({ subject }) => subject)).toEqual([
    "demo:vardnadshavare-1",
    "demo:vardnadshavare-2",
    "demo:vardnadshavare-3",
    "demo:vardnadshavare-4",
  ]);
  const [mother, father, ofTwo, ofProtected] = childrenOf;
  expect(mother).toHaveLength(1);
  expect(father).toEqual(mother);
  expect(new Set(ofTwo).size).toBe(2);
  expect(ofProtected).toHaveLength(1);
  const found = rows.child.find(({ id }) => id === ofProtected?.[0]);
  expect(found?.protectedIdentity).not.toBe("ingen");
});

test("the pilot has none: there a letter is redeemed from the beginning", () => {
  expect(tellKommun(GRANVALA, localDate("2026-03-29")).guardianAccount).toEqual([]);
});
