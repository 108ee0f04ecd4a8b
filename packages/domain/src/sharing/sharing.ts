/** By what a share came about: the product shares by itself in all but the last. */
export const SHARING_WAYS = ["agenda", "individual_team", "joint_form", "printout", "said"] as const;

export type SharingWay = (typeof SHARING_WAYS)[number];

/** On what a share rests; a printout for the own work is no share with anybody yet. */
export const SHARING_GROUNDS = ["consent", "anmalan_socialtjanst", "other", "own_work"] as const;

export type SharingGround = (typeof SHARING_GROUNDS)[number];

/** Kinds of data beside the areas: what they are, never what they say. */
export const SHARED_FIELDS = ["compass", "plan", "supports", "conversation", "events", "card"] as const;

export type SharedField = (typeof SHARED_FIELDS)[number];

/** What a guardian may not be shown: the child altogether, or one thing. */
export const WITHHELD_THINGS = [
  "child",
  "rating",
  "conversation",
  "support",
  "event",
  "share",
  "look",
] as const;

export type WithheldThing = (typeof WITHHELD_THINGS)[number];
