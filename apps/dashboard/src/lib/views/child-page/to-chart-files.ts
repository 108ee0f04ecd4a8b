import type { ChartFiles } from "#lib/charts/ChartDownloads.svelte";
import type { ChildPage } from "./to-child-page.ts";

/** The charts that can be saved, by the name in their address. */
const CHART_NAMES = ["kompass", "omrade-for-omrade", "over-tid"] as const;

export type ChartName = (typeof CHART_NAMES)[number];

/** Addresses with opaque ids only, and file names that tell no one who the child is. */
export function toChartFiles(
  { search, currentId, days }: Pick<ChildPage["choice"], "search" | "currentId" | "days">,
  childId: string,
  stepUpHref: string | null,
): Record<ChartName, ChartFiles> {
  const day = days.find(({ value }) => value === currentId)?.date ?? "";
  const files = (name: ChartName): ChartFiles => {
    const path = `/barn/${childId}/behovskompass/${name}`;
    return {
      svg: `${path}.svg${search}`,
      csv: `${path}.csv${search}`,
      fileName: `${name}-${day}`,
      stepUpHref,
    };
  };
  return {
    kompass: files("kompass"),
    "omrade-for-omrade": files("omrade-for-omrade"),
    "over-tid": files("over-tid"),
  };
}

/** The chart and the kind of file that a name such as `kompass.svg` asks for; null for any other name. */
export function parseChartFile(fileName: string): { name: ChartName; ending: "svg" | "csv" } | null {
  const [start, ending, ...rest] = fileName.split(".");
  const name = CHART_NAMES.find((chart) => chart === start);
  if (name === undefined || rest.length > 0) return null;
  return ending === "svg" || ending === "csv" ? { name, ending } : null;
}
