import type { Messages } from "../sv/index.ts";

export const barnetsPlan: Messages["barnetsPlan"] = {
  ongoingSince: (date) => `since ${date}`,
  startsOn: (date) => `from ${date}`,
};
