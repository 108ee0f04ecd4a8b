import type { Language } from "@kompassen/domain/shared";
import type { Messages } from "#lib/messages/sv/index.ts";
import type { NamedGuardian } from "./rater-name.ts";

/** What the drawings of one child need to put their numbers into words. */
export type DrawingWords = {
  readonly language: Language;
  readonly guardians: readonly NamedGuardian[];
  readonly words: Messages["behovskompass"];
};
