/** What a party can answer; that somebody has only been asked is no answer. */
export const ANSWERS = ["given", "declined", "withdrawn"] as const;
