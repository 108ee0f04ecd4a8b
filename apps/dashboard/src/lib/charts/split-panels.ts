/** One area's drawing out of several: markup of an `<svg>`. */
export type Panel = { key: string; svg: string };

/** Takes the panels out of a drawing of several, each an `<svg>` of its own under its area's key. */
export function splitPanels(svg: string): Panel[] {
  return [...svg.matchAll(/<svg data-panel="([^"]*)".*?<\/svg>/gs)].flatMap(([panel, key]) =>
    key === undefined ? [] : [{ key, svg: panel }],
  );
}
