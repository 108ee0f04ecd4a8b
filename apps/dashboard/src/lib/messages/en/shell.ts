import type { shell as sv } from "../sv/shell.ts";

export const shell: typeof sv = {
  product: "Kompassen",
  pageTitle: (page) => `${page} – Kompassen`,
  skipToContent: "Skip to the content",
  mainNavigation: "Main menu",
  toStart: "Kompassen, to the start page",
  otherLanguage: "Svenska",
  otherLanguageLabel: "Svenska, change language to Swedish",
  otherLanguageCode: "sv",
  theme: {
    auto: "Appearance: follows the device. Change to light.",
    light: "Appearance: light. Change to dark.",
    dark: "Appearance: dark. Follow the device.",
  },
  footer: "Kompassen shows how a child is doing over time, so that support comes in time.",
  accessibility: "Accessibility",
  close: "Close",
  optional: "optional",
  errorPrefix: "Error:",
  errorSummaryTitle: "Something needs to be corrected",
  saved: {
    idle: "Saved as you type",
    saving: "Saving …",
    saved: (time) => `Saved ${time}`,
    retrying: "No connection right now. What you wrote is still here, and we keep trying.",
  },
  conflict: {
    title: "Two people have changed this at once",
    mine: "What you wrote",
    saved: "What is saved",
    empty: "Nothing filled in",
    save: "Save what I chose",
  },
};
