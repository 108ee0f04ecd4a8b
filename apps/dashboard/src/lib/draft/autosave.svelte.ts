import type { Area } from "@kompassen/domain/behovskompass";
import type { SavedState } from "#lib/shared/SavedIndicator.svelte";
import { withArea } from "./change-content.ts";
import type { AreaContent, DraftContent } from "./draft-content.ts";
import { type AreaConflict, isSameContent, mergeContent } from "./merge-content.ts";

/** What the server answered to one attempt to save. */
export type SaveAnswer =
  | { readonly kind: "saved"; readonly version: number; readonly savedAt: string }
  | { readonly kind: "conflict"; readonly version: number; readonly saved: DraftContent }
  /** The network or the server is away for now. */
  | { readonly kind: "unreachable" }
  | { readonly kind: "signed_out" }
  /** Handed in or thrown away somewhere else. */
  | { readonly kind: "gone" }
  | { readonly kind: "refused" };

export type SaveDraft = (version: number, content: DraftContent) => Promise<SaveAnswer>;

type Start = {
  readonly content: DraftContent;
  readonly version: number;
  readonly save: SaveDraft;
  /** How a moment is read, such as 10:42. */
  readonly timeText: (savedAt: string) => string;
};

const PAUSE_BEFORE_SAVING = 600;
const FIRST_RETRY = 1_000;
const LONGEST_RETRY = 30_000;

/**
 * Saves a draft as it is filled in. What has not reached the server lives in this page's memory and nowhere else:
 * a lost network is retried for as long as the page is open, and nothing about a child is left on the device.
 */
export class DraftAutosave {
  content = $state.raw<DraftContent>({ startingArea: null, areas: {} });
  saved = $state.raw<SavedState>({ status: "idle" });
  /** Why saving has stopped until somebody does something. */
  stopped = $state.raw<"signed_out" | "gone" | "refused" | null>(null);
  conflicts = $state.raw<readonly AreaConflict[]>([]);
  /** Somebody wants to leave the form and what was written last is not on the server yet. */
  isHeldBack = $state(false);

  #onServer: DraftContent;
  #version: number;
  readonly #save: SaveDraft;
  readonly #timeText: (savedAt: string) => string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #retries = 0;
  #sending: Promise<void> | undefined;

  constructor({ content, version, save, timeText }: Start) {
    this.content = content;
    this.#onServer = content;
    this.#version = version;
    this.#save = save;
    this.#timeText = timeText;
  }

  /** Whether something would be lost if the page were closed now. */
  get isUnsaved(): boolean {
    return !isSameContent(this.content, this.#onServer);
  }

  change(content: DraftContent): void {
    this.content = content;
    if (!this.isUnsaved) return;
    if (this.saved.status !== "retrying") this.saved = { status: "saving" };
    this.#saveAfter(PAUSE_BEFORE_SAVING);
  }

  /** Takes one side of an area that two had answered differently. The last choice saves. */
  resolve(area: Area, chosen: AreaContent): void {
    this.conflicts = this.conflicts.filter((conflict) => conflict.area !== area);
    this.content = withArea(this.content, area, chosen);
    if (this.conflicts.length === 0) void this.flush();
  }

  /** Saves now, such as when the network or the login is back. True when everything is on the server. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    while (this.#sending !== undefined) await this.#sending;
    if (this.isUnsaved && this.conflicts.length === 0) {
      this.#sending = this.#send().finally(() => {
        this.#sending = undefined;
      });
      await this.#sending;
    }
    return !this.isUnsaved;
  }

  end(): void {
    clearTimeout(this.#timer);
  }

  #saveAfter(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), milliseconds);
  }

  async #send(): Promise<void> {
    const sent = this.content;
    if (this.saved.status !== "retrying") this.saved = { status: "saving" };
    const answer = await this.#save(this.#version, sent);
    switch (answer.kind) {
      case "saved":
        this.#version = answer.version;
        this.#onServer = sent;
        return this.#succeed(answer.savedAt);
      case "conflict":
        return this.#takeIn(answer.version, answer.saved);
      case "unreachable":
        this.saved = { status: "retrying" };
        this.#saveAfter(Math.min(LONGEST_RETRY, FIRST_RETRY * 2 ** this.#retries));
        this.#retries += 1;
        return;
      default:
        this.stopped = answer.kind;
        this.saved = { status: "idle" };
    }
  }

  #succeed(savedAt: string): void {
    this.#retries = 0;
    this.stopped = null;
    this.isHeldBack = false;
    this.saved = { status: "saved", time: this.#timeText(savedAt) };
    if (this.isUnsaved) this.#saveAfter(PAUSE_BEFORE_SAVING);
  }

  /** Somebody else saved first: what does not clash is brought together and saved, the rest is asked about. */
  #takeIn(version: number, saved: DraftContent): void {
    const merged = mergeContent(this.#onServer, this.content, saved);
    this.#version = version;
    this.#onServer = saved;
    this.content = merged.content;
    this.conflicts = merged.conflicts;
    if (this.isUnsaved && merged.conflicts.length === 0) this.#saveAfter(0);
    else this.saved = { status: "idle" };
  }
}
