import { expect, test } from "vitest";
import { toFormConflict } from "./to-form-conflict.ts";

const words = {
  status: { label: "Läge", text: (value: string) => (value === "klart" ? "Klart" : "Pågår") },
  endsOn: { label: "Till och med" },
};

test("both versions of every field stand side by side, in words", () => {
  const conflict = toFormConflict(
    { version: 4, current: { status: "pagaende", endsOn: null } },
    { status: "klart", endsOn: "2026-11-01" },
    words,
  );
  expect(conflict).toEqual({
    version: 4,
    fields: [
      {
        name: "status",
        label: "Läge",
        mine: { value: "klart", text: "Klart" },
        saved: { value: "pagaende", text: "Pågår" },
      },
      {
        name: "endsOn",
        label: "Till och med",
        mine: { value: "2026-11-01", text: "2026-11-01" },
        saved: { value: "", text: "" },
      },
    ],
  });
});

test("a refusal for another reason is no conflict of versions", () => {
  expect(toFormConflict({}, { status: "klart" }, words)).toBeNull();
});
