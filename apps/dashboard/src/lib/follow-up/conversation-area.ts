import type { Area } from "@kompassen/domain/behovskompass";

/** What the conversation needs to know of an area to ask about it. */
export type ConversationArea = {
  readonly key: Area;
  readonly name: string;
  /** Thoughts are only presumed to remain: a person's answer is asked for. */
  readonly isPresumed: boolean;
};
