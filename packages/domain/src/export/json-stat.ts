import type { LocalText } from "../shared/index.ts";
import { compareText } from "../shared/index.ts";
import {
  metricOf,
  RELEASE_TABLES,
  type ReleaseCell,
  type ReleaseTable,
  type StatisticsRelease,
} from "../statistics/index.ts";
import { CODE_LISTS, STATUSES } from "./codebook.ts";
import { jsonText } from "./json-text.ts";
import { NOT_SHOWN, periodLabel, STATUS_NAMES, TABLE_NAMES } from "./labels.ts";
import { placeFinder } from "./tidy-cells.ts";

const VERSION = "2.0";

/** The dimensions of a dataset; `area` and `rater` only where the table has them. */
const DIMENSIONS = ["metric", "place", "age_group", "period", "area", "rater"] as const;

type DimensionId = (typeof DIMENSIONS)[number];

const CODES: Readonly<Record<DimensionId, (cell: ReleaseCell) => string | null>> = {
  metric: (cell) => cell.metric,
  place: (cell) => cell.unit,
  age_group: (cell) => cell.ageGroup,
  period: (cell) => cell.period,
  area: (cell) => cell.area,
  rater: (cell) => cell.rater,
};

const NAMES: Readonly<Record<DimensionId, LocalText>> = {
  metric: { sv: "Mått", en: "Metric" },
  place: { sv: "Plats", en: "Place" },
  age_group: { sv: "Åldersgrupp", en: "Age group" },
  period: { sv: "Period", en: "Period" },
  area: { sv: "Område", en: "Area" },
  rater: { sv: "Skattare", en: "Rater" },
};

/** The tables of the release that have cells, each as one JSON-stat 2.0 dataset. */
export function jsonStatDatasets(release: StatisticsRelease): ReadonlyMap<ReleaseTable, string> {
  const tables = RELEASE_TABLES.filter((table) => release.cells.some((cell) => cell.table === table));
  return new Map(tables.map((table) => [table, jsonText(dataset(release, table), 0)]));
}

/** All datasets in one JSON-stat collection, for one file. */
export function jsonStatCollection(release: StatisticsRelease): string {
  const item = [...jsonStatDatasets(release).values()].map((text): unknown => JSON.parse(text));
  return jsonText({ version: VERSION, class: "collection", ...about(release), link: { item } }, 0);
}

function about({ head }: StatisticsRelease) {
  return {
    label: `Kompassen: ${head.kommunName}, utgåva ${head.id}`,
    source: `Kompassen, ${head.kommunName}`,
    updated: `${head.releasedOn}T00:00:00Z`,
  };
}

/**
 * Values by position, since a table has few of the combinations it could have. A cell that is in the release
 * without a number is null and has its reason in `status`; a combination the release lacks has neither.
 */
function dataset(release: StatisticsRelease, table: ReleaseTable) {
  const cells = release.cells.filter((cell) => cell.table === table);
  const ids = DIMENSIONS.filter((id) => cells.some((cell) => CODES[id](cell) !== null));
  const dimensions = ids.map((id) => ({ id, codes: codesOf(id, cells, release) }));
  const positions = dimensions.map(({ codes }) => new Map(codes.map((code, index) => [code, index])));
  const at = (cell: ReleaseCell) =>
    dimensions.reduce((index, { id, codes }, which) => {
      const position = positions[which]?.get(CODES[id](cell) ?? "");
      if (position === undefined) throw new RangeError(`a cell of ${table} lacks its ${id}`);
      return index * codes.length + position;
    }, 0);
  const placed = cells.map((of) => ({ at: at(of), cell: of.cell }));
  const bands = placed.flatMap(({ at, cell }) => (cell.status === "band" ? [[at, cell.band]] : []));
  const numbers = placed.flatMap(({ at, cell }) =>
    cell.status === "published" && cell.n !== undefined ? [[at, cell.n]] : [],
  );
  return {
    version: VERSION,
    class: "dataset",
    ...about(release),
    label: `${TABLE_NAMES[table].sv}, ${release.head.kommunName}`,
    note: [NOT_SHOWN.sv],
    id: ids,
    size: dimensions.map(({ codes }) => codes.length),
    role: { time: ["period"], geo: ["place"], metric: ["metric"] },
    dimension: Object.fromEntries(dimensions.map(({ id, codes }) => [id, dimension(id, codes, release)])),
    value: Object.fromEntries(
      placed.map(({ at, cell }) => [at, cell.status === "published" ? cell.value : null]),
    ),
    status: Object.fromEntries(placed.map(({ at, cell }) => [at, cell.status])),
    extension: {
      release: release.head.id,
      status: Object.fromEntries(STATUSES.map((status) => [status, STATUS_NAMES[status].sv])),
      band: Object.fromEntries(bands),
      n: Object.fromEntries(numbers),
    },
  };
}

/** In the model's order where it has one, places in the release's, periods by time. */
function codesOf(id: DimensionId, cells: readonly ReleaseCell[], { head }: StatisticsRelease): string[] {
  const used = new Set(cells.map((cell) => CODES[id](cell)).filter((code) => code !== null));
  if (id === "period") return [...used].toSorted(compareText);
  const known =
    id === "place" ? head.places.map(({ code }) => code) : (CODE_LISTS.get(id) ?? []).map(({ code }) => code);
  return known.filter((code) => used.has(code));
}

function dimension(id: DimensionId, codes: readonly string[], release: StatisticsRelease) {
  const category = {
    index: codes,
    label: Object.fromEntries(codes.map((code) => [code, labelOf(id, code, release)])),
  };
  if (id !== "metric") return { label: NAMES[id].sv, category };
  const unit = Object.fromEntries(codes.map((code) => [code, { label: metricOf(code).measure.sv }]));
  const note = Object.fromEntries(codes.map((code) => [code, [metricOf(code).definition.sv]]));
  return { label: NAMES[id].sv, category: { ...category, unit, note } };
}

function labelOf(id: DimensionId, code: string, release: StatisticsRelease): string {
  if (id === "place") return placeFinder(release)(code).name;
  if (id === "period") return periodLabel(code, "sv");
  return CODE_LISTS.get(id)?.find((candidate) => candidate.code === code)?.sv ?? code;
}
