/** A point's place: which series, counted from the first, and which point of it. */
export type CursorPlace = { series: number; point: number };

/**
 * Where a key takes the cursor: left and right along a series, up and down to the same place in its neighbours,
 * Home and End to a series' ends. It stays at an edge. Null means the key is not the chart's.
 *
 * @param lengths number of points of each series, none of them empty
 */
export function moveCursor(lengths: number[], place: CursorPlace, key: string): CursorPlace | null {
  const last = (series: number) => (lengths[series] ?? 1) - 1;
  const within = (series: number, point: number) => ({
    series,
    point: Math.min(Math.max(point, 0), last(series)),
  });
  // With a single series up and down would do nothing, so they step along it as well.
  const isSingle = lengths.length === 1;
  if (key === "ArrowRight" || (isSingle && key === "ArrowDown")) return within(place.series, place.point + 1);
  if (key === "ArrowLeft" || (isSingle && key === "ArrowUp")) return within(place.series, place.point - 1);
  if (key === "ArrowDown") return within(Math.min(place.series + 1, lengths.length - 1), place.point);
  if (key === "ArrowUp") return within(Math.max(place.series - 1, 0), place.point);
  if (key === "Home") return within(place.series, 0);
  if (key === "End") return within(place.series, last(place.series));
  return null;
}
