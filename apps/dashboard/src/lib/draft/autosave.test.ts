import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { DraftAutosave, type SaveAnswer } from "./autosave.svelte.ts";
import { withAnswer, withComment } from "./change-content.ts";
import type { DraftContent } from "./draft-content.ts";

const empty: DraftContent = { startingArea: null, areas: {} };

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A server that answers from a list, and remembers what it was sent. */
function aServer(...answers: SaveAnswer[]) {
  const received: { version: number; content: DraftContent }[] = [];
  const save = async (version: number, content: DraftContent): Promise<SaveAnswer> => {
    received.push({ version, content });
    return answers.shift() ?? { kind: "saved", version: version + 1, savedAt: "10:42" };
  };
  return { received, save };
}

function openDraft(save: ReturnType<typeof aServer>["save"]) {
  return new DraftAutosave({ content: empty, version: 1, save, timeText: (savedAt) => savedAt });
}

const fritid2 = withAnswer(empty, "fritid", "fritid", 2);

describe("saving as one fills in", () => {
  test("sends once when the typing pauses, and says when", async () => {
    const server = aServer();
    const draft = openDraft(server.save);
    draft.change(withComment(empty, "fritid", "F"));
    draft.change(withComment(empty, "fritid", "Fo"));
    expect(draft.isUnsaved).toBe(true);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(server.received.map(({ content }) => content.areas.fritid?.comment)).toEqual(["Fo"]);
    expect(draft.saved).toEqual({ status: "saved", time: "10:42" });
    expect(draft.isUnsaved).toBe(false);
  });

  test("sends what was typed while the last save was on its way, one save at a time", async () => {
    const server = aServer();
    const draft = openDraft(async (version, content) => {
      const answer = await server.save(version, content);
      await new Promise((resolve) => setTimeout(resolve, 2_000));
      return answer;
    });
    draft.change(fritid2);
    await vi.advanceTimersByTimeAsync(700);
    draft.change(withComment(draft.content, "fritid", "Fotboll"));
    void draft.flush();
    void draft.flush();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(server.received.map(({ version }) => version)).toEqual([1, 2]);
    expect(server.received.at(-1)?.content.areas.fritid?.comment).toBe("Fotboll");
    expect(draft.isUnsaved).toBe(false);
  });

  test("sends nothing when nothing is changed", async () => {
    const server = aServer();
    await openDraft(server.save).flush();
    expect(server.received).toEqual([]);
  });
});

describe("a lost network", () => {
  test("is said, and retried with longer and longer pauses until it is back", async () => {
    const away: SaveAnswer = { kind: "unreachable" };
    const server = aServer(away, away, away);
    const draft = openDraft(server.save);
    draft.change(fritid2);
    await vi.advanceTimersByTimeAsync(600);
    expect(draft.saved).toEqual({ status: "retrying" });
    for (const [attempts, pause] of [
      [1, 1_000],
      [2, 2_000],
      [3, 4_000],
    ] as const) {
      await vi.advanceTimersByTimeAsync(pause - 1);
      expect(server.received).toHaveLength(attempts);
      await vi.advanceTimersByTimeAsync(1);
    }
    expect(server.received).toHaveLength(4);
    expect(draft.saved).toEqual({ status: "saved", time: "10:42" });
    expect(draft.content).toEqual(fritid2);
  });

  test("keeps what is filled in meanwhile", async () => {
    const draft = openDraft(aServer({ kind: "unreachable" }).save);
    draft.change(fritid2);
    await vi.advanceTimersByTimeAsync(600);
    draft.change(withAnswer(draft.content, "omsorg", "omsorg", 5));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(draft.isUnsaved).toBe(false);
    expect(draft.content.areas.omsorg?.answers).toEqual({ omsorg: 5 });
  });
});

describe("a session that has ended", () => {
  test("stops and says so; after a new login the same words are saved", async () => {
    const draft = openDraft(aServer({ kind: "signed_out" }).save);
    draft.change(fritid2);
    await vi.advanceTimersByTimeAsync(600);
    expect(draft.stopped).toBe("signed_out");
    expect(draft.isUnsaved).toBe(true);
    expect(await draft.flush()).toBe(true);
    expect(draft.stopped).toBeNull();
  });
});

describe("two who fill in the same form", () => {
  test("get both when they have answered different things", async () => {
    const theirs = withAnswer(empty, "omsorg", "omsorg", 4);
    const server = aServer({ kind: "conflict", version: 7, saved: theirs });
    const draft = openDraft(server.save);
    draft.change(fritid2);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(server.received.at(-1)).toEqual({
      version: 7,
      content: withAnswer(theirs, "fritid", "fritid", 2),
    });
    expect(draft.conflicts).toEqual([]);
  });

  test("are asked where they differ, and nothing is sent until it is chosen", async () => {
    const theirs = withAnswer(empty, "fritid", "fritid", 5);
    const server = aServer({ kind: "conflict", version: 7, saved: theirs });
    const draft = openDraft(server.save);
    draft.change(fritid2);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.received).toHaveLength(1);
    const [conflict] = draft.conflicts;
    expect(conflict).toMatchObject({ mine: { answers: { fritid: 2 } }, saved: { answers: { fritid: 5 } } });
    draft.resolve("fritid", { answers: { fritid: 5 }, comment: "" });
    await vi.advanceTimersByTimeAsync(0);
    expect(draft.content.areas.fritid?.answers).toEqual({ fritid: 5 });
    expect(draft.isUnsaved).toBe(false);
  });

  test("a save whose answer was lost on the way is not saved twice", async () => {
    const server = aServer({ kind: "conflict", version: 2, saved: fritid2 });
    const draft = openDraft(server.save);
    draft.change(fritid2);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(server.received).toHaveLength(1);
    expect(draft.isUnsaved).toBe(false);
  });
});
