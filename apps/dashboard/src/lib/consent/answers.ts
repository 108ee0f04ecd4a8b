/** What is written of a party: that it has been asked, and what it has answered. */
export const ANSWERS = ["asked", "given", "declined", "withdrawn"] as const;

/** How many lines a scope has room for in the form. */
export const SCOPE_LINES = [0, 1, 2] as const;
