/** Where things stand in one panel of the small multiples, in px of its own. */
export const panelFrame = {
  width: 268,
  height: 176,
  plot: { left: 18, right: 258, top: 36, bottom: 134 },
  /** Where marks of events stand, on the time axis. */
  eventY: 144,
  tickY: 166,
} as const;
