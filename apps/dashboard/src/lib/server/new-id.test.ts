import { expect, test } from "vitest";
import { newId } from "./new-id.ts";

test("an id says when it was made, so that rows lie in order of time", () => {
  const earlier = newId(new Date("2026-03-15T10:00:00.000Z"));
  const later = newId(new Date("2026-03-15T10:00:00.001Z"));
  expect(earlier < later).toBe(true);
  expect(Number.parseInt(earlier.replaceAll("-", "").slice(0, 12), 16)).toBe(
    Date.parse("2026-03-15T10:00:00Z"),
  );
});

test("it is a UUID of version 7, and never the same twice", () => {
  const now = new Date("2026-03-15T10:00:00Z");
  const ids = Array.from({ length: 200 }, () => newId(now));
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(ids).size).toBe(ids.length);
});
