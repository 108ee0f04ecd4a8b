/** A point's place: which series, counted from the first, and which point of it. */
export type CursorPlace = { series: number; point: number };

/**
 * Where a key takes the cursor: left and right along a series, up and down to the nearest point of its
 * neighbours, Home and End to a series' ends. It stays at an edge. Null means the key is not the chart's.
 *
 * @param series how far each point stands from its drawing's left side, series by series, none of them empty
 */
export function moveCursor(series: number[][], place: CursorPlace, key: string): CursorPlace | null {
  const here = series[place.series] ?? [];
  const along = (point: number) => ({
    series: place.series,
    point: Math.min(Math.max(point, 0), here.length - 1),
  });
  const across = (index: number) => {
    const to = Math.min(Math.max(index, 0), series.length - 1);
    return to === place.series ? place : { series: to, point: nearest(series[to] ?? [], here[place.point]) };
  };
  // With a single series up and down would do nothing, so they step along it as well.
  const isSingle = series.length === 1;
  if (key === "ArrowRight" || (isSingle && key === "ArrowDown")) return along(place.point + 1);
  if (key === "ArrowLeft" || (isSingle && key === "ArrowUp")) return along(place.point - 1);
  if (key === "ArrowDown") return across(place.series + 1);
  if (key === "ArrowUp") return across(place.series - 1);
  if (key === "Home") return along(0);
  if (key === "End") return along(here.length - 1);
  return null;
}

function nearest(points: number[], x = 0): number {
  let best = 0;
  for (const [index, candidate] of points.entries()) {
    if (Math.abs(candidate - x) < Math.abs((points[best] ?? 0) - x)) best = index;
  }
  return best;
}
