import type { RaterKind, State } from "./types.ts";

/**
 * Colours of the page's light theme, by the name of their CSS variable. A drawing refers to the variable and
 * carries this value beside it, so that it follows the theme on the page and still has colours as a file.
 */
export const lightColours = {
  paper: "#fbf9f5",
  sunken: "#f3efe7",
  ink: "#1e1c19",
  muted: "#5d574e",
  line: "#e2dcd1",
  edge: "#857d71",
  accent: "#34428c",
  "rater-barn": "#0072b2",
  "rater-vardnadshavare": "#d55e00",
  "rater-barnteam": "#009e73",
  "rater-profession": "#b0578c",
  "compass-previous": "#77716a",
  "state-improvement": "#0b6b61",
  "state-maintained": "#0b6b61",
  "state-unchanged": "#855300",
  "state-decline": "#7b2d6b",
  "state-not-comparable": "#5d574e",
} as const;

export type ColourName = keyof typeof lightColours;

/** A presentation attribute's value: the theme's colour, or its light value where there is no theme. */
export const paint = (name: ColourName): string => `var(--${name}, ${lightColours[name]})`;

export const raterColour = (kind: RaterKind): string => paint(`rater-${kind}`);
export const stateColour = (tone: State["tone"]): string => paint(`state-${tone}`);
