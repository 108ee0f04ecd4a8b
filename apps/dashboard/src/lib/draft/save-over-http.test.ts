import { describe, expect, test } from "vitest";
import { saveOverHttp } from "./save-over-http.ts";

const content = { startingArea: null, areas: {} };

function answering(status: number, body: unknown) {
  const sent: { url: string; body: unknown }[] = [];
  const save = saveOverHttp({ childId: "c", draftId: "d" }, async (url, init) => {
    sent.push({ url: String(url), body: JSON.parse(String(init?.body)) });
    return Response.json(body, { status });
  });
  return { sent, save };
}

const refusal = (detail: unknown) => ({ error: { message: "x", code: -1, data: { detail } } });

describe("saving over http", () => {
  test("sends the draft in the body, never in the address", async () => {
    const { sent, save } = answering(200, {
      result: { data: { version: 3, savedAt: "2026-03-01T09:42:00Z" } },
    });
    expect(await save(2, content)).toEqual({ kind: "saved", version: 3, savedAt: "2026-03-01T09:42:00Z" });
    expect(sent).toEqual([
      {
        url: "/trpc/behovskompass.saveDraft",
        body: { childId: "c", draftId: "d", version: 2, content },
      },
    ]);
  });

  test("a conflict comes with what is saved", async () => {
    const { save } = answering(409, refusal({ version: 5, current: { content } }));
    expect(await save(2, content)).toEqual({ kind: "conflict", version: 5, saved: content });
  });

  test.each([
    [401, "signed_out"],
    [404, "gone"],
    [400, "refused"],
    [429, "unreachable"],
    [503, "unreachable"],
  ])("status %i is %s", async (status, kind) => {
    expect(await answering(status, refusal({})).save(1, content)).toEqual({ kind });
  });

  test("no network, or a proxy's page instead of an answer, is unreachable", async () => {
    const offline = saveOverHttp({ childId: "c", draftId: "d" }, async () => {
      throw new TypeError("Failed to fetch");
    });
    expect(await offline(1, content)).toEqual({ kind: "unreachable" });
    const proxy = saveOverHttp({ childId: "c", draftId: "d" }, async () => new Response("<html>"));
    expect(await proxy(1, content)).toEqual({ kind: "unreachable" });
  });
});
