/**
 * Where things stand in the compass drawing, in px of its own. The sides leave room for the longest Swedish
 * area names; value 1 lies on the inner ring, since the scale has no 0 for the centre to mean.
 */
export const compassFrame = {
  width: 440,
  height: 412,
  centre: { x: 220, y: 168 },
  innerRadius: 22,
  outerRadius: 112,
  /** From the outer ring to the area's name. */
  labelGap: 14,
} as const;
