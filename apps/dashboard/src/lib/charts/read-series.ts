/** A drawn point, and how far it stands from its drawing's left side, in px. */
export type DrawnPoint = { element: Element; x: number };

/**
 * The points of a server-drawn chart that are on screen, series by series in reading order: panel after panel,
 * and within a panel by `data-order`, since what is drawn last, on top, is read first.
 */
export function readSeries(chart: Element): DrawnPoint[][] {
  const panels = [...chart.querySelectorAll("svg")];
  return [...chart.querySelectorAll("[data-series]")]
    .map((group) => ({
      panel: panels.findIndex((panel) => panel.contains(group)),
      order: Number(group.getAttribute("data-order") ?? 0),
      points: readPoints(group),
    }))
    .filter(({ points }) => points.length > 0)
    .sort((one, other) => one.panel - other.panel || one.order - other.order)
    .map(({ points }) => points);
}

function readPoints(group: Element): DrawnPoint[] {
  const left = group.closest("svg")?.getBoundingClientRect().left ?? 0;
  return [...group.querySelectorAll("[data-spoken]")]
    .filter((element) => element.getClientRects().length > 0)
    .map((element) => {
      const box = element.getBoundingClientRect();
      return { element, x: box.left + box.width / 2 - left };
    });
}
