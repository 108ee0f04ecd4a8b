import type { SaveAnswer, SaveDraft } from "./autosave.svelte.ts";
import type { DraftContent } from "./draft-content.ts";

const LONGEST_WAIT = 15_000;

/** The few parts of the api's answer that are read here. */
type Body = {
  readonly result?: { readonly data: { readonly version: number; readonly savedAt: string } };
  readonly error?: {
    readonly data: {
      readonly detail?: {
        readonly version?: number;
        readonly current?: { readonly content?: DraftContent };
      };
    };
  };
};

/** Saves through the api. Every failure is an answer: nothing is thrown, so nothing typed is lost. */
export function saveOverHttp(
  draft: { readonly childId: string; readonly draftId: string },
  send: typeof fetch = fetch,
): SaveDraft {
  return async (version, content) => {
    try {
      const response = await send("/trpc/behovskompass.saveDraft", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ ...draft, version, content }),
        signal: AbortSignal.timeout(LONGEST_WAIT),
      });
      return readAnswer(response.status, await response.json());
    } catch {
      return { kind: "unreachable" };
    }
  };
}

function readAnswer(status: number, body: Body): SaveAnswer {
  const saved = body.result?.data;
  if (saved !== undefined) return { kind: "saved", version: saved.version, savedAt: saved.savedAt };
  const detail = body.error?.data.detail;
  if (status === 409 && detail?.version !== undefined && detail.current?.content !== undefined) {
    return { kind: "conflict", version: detail.version, saved: detail.current.content };
  }
  if (status === 401) return { kind: "signed_out" };
  if (status === 404) return { kind: "gone" };
  return status === 429 || status >= 500 ? { kind: "unreachable" } : { kind: "refused" };
}
