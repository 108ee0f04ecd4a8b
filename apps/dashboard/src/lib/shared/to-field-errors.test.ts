import { expect, test } from "vitest";
import { errorAt, toFieldErrors } from "./to-field-errors.ts";

const words = {
  name: "Skriv ett namn.",
  birthDate: { not_in_the_future: "Datumet ligger framåt i tiden.", other: "Skriv ett datum." },
  "guardians.name": "Skriv vårdnadshavarens namn.",
};

test("a fault is told at its field, in words for what was expected", () => {
  const errors = toFieldErrors(
    [
      { field: "birthDate", expected: "not_in_the_future" },
      { field: "birthDate", expected: "custom" },
      { field: "name", expected: "too_small" },
    ],
    words,
    "Något är fel.",
  );
  expect(errors.map(({ message }) => message)).toEqual([
    "Datumet ligger framåt i tiden.",
    "Skriv ett datum.",
    "Skriv ett namn.",
  ]);
});

test("each row of a list has its own fault with the same words", () => {
  const errors = toFieldErrors(
    [{ field: "guardians.1.name", expected: "too_small" }],
    words,
    "Något är fel.",
  );
  expect(errorAt(errors, "guardians.1.name")).toBe("Skriv vårdnadshavarens namn.");
  expect(errorAt(errors, "guardians.0.name")).toBeUndefined();
});

test("a fault in a field the form does not speak of is not lost", () => {
  expect(toFieldErrors([{ field: "childId", expected: "invalid_format" }], words, "Något är fel.")).toEqual([
    { field: "childId", message: "Något är fel." },
  ]);
});
