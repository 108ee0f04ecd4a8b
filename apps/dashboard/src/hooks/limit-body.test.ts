import { expect, test } from "vitest";
import { refusalOf } from "./limit-body.ts";

const HALF_A_MEGABYTE = 512 * 1024;

const aPost = (length: number | null) =>
  new Request("https://kompassen.example/trpc/people.getChild", {
    method: "POST",
    body: "{}",
    headers: length === null ? {} : { "content-length": String(length) },
  });

test("a form or a call is small; the page that reads files in has a limit of its own", () => {
  expect(refusalOf(aPost(HALF_A_MEGABYTE), "/trpc/[...path]")).toBeNull();
  expect(refusalOf(aPost(HALF_A_MEGABYTE + 1), "/trpc/[...path]")).toBe(413);
  expect(refusalOf(aPost(HALF_A_MEGABYTE + 1), null)).toBe(413);
  expect(refusalOf(aPost(HALF_A_MEGABYTE + 1), "/(app)/inlasning/strom")).toBeNull();
});

test("a body that does not say how long it is, is not read", () => {
  expect(refusalOf(aPost(null), "/trpc/[...path]")).toBe(411);
  expect(refusalOf(new Request("https://kompassen.example/barn"), "/(app)/barn")).toBeNull();
});
