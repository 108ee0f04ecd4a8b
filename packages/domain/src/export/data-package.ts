import type { StatisticsRelease } from "../statistics/index.ts";
import { CODE_LISTS, CODEBOOK_HEADS } from "./codebook.ts";
import { jsonText } from "./json-text.ts";
import { STATUS_NAMES } from "./labels.ts";
import { MISSING_CODES } from "./tidy-cells.ts";

const PROFILES = "https://datapackage.org/profiles/2.0";

/** A file of the package as the descriptor names it. */
export interface DescribedFile {
  readonly path: string;
  readonly bytes: number;
  /** In hex. */
  readonly sha256: string;
}

/** The files the descriptor describes, by their names in the package. */
const DESCRIBED_PATHS = ["release_cells.csv", "places.csv", "codebook.csv"] as const;

/** Data Package v2 (datapackage.org). `created` is the release's day, so that repeating gives the same bytes. */
export function dataPackageJson({ head }: StatisticsRelease, files: readonly DescribedFile[]): string {
  const described = new Map(files.map((file) => [file.path, file]));
  return jsonText({
    $schema: `${PROFILES}/datapackage.json`,
    name: head.id.toLowerCase(),
    title: `Kompassen: statistik för ${head.kommunName}, utgåva ${head.id}`,
    description:
      "Sammanställd statistik utan personuppgifter. Tal som skulle kunna röja ett barn visas inte. Förändring är inte detsamma som effekt.",
    version: head.id.slice(head.id.lastIndexOf("-") + 1),
    created: `${head.releasedOn}T00:00:00Z`,
    licenses: [
      {
        name: "CC0-1.0",
        path: "https://creativecommons.org/publicdomain/zero/1.0/",
        title: "Creative Commons CC0 1.0",
      },
    ],
    contributors: [{ title: head.kommunName, roles: ["publisher"] }],
    keywords: ["barn", "uppföljning", "statistik"],
    resources: DESCRIBED_PATHS.map((path) => ({
      $schema: `${PROFILES}/dataresource.json`,
      name: path.slice(0, -".csv".length),
      path,
      type: "table",
      title: TITLES[path],
      format: "csv",
      mediatype: "text/csv",
      encoding: "utf-8",
      ...integrity(described.get(path)),
      dialect: { $schema: `${PROFILES}/tabledialect.json`, delimiter: ",", lineTerminator: "\n" },
      schema: { $schema: `${PROFILES}/tableschema.json`, ...SCHEMAS[path] },
    })),
  });
}

type DescribedPath = (typeof DESCRIBED_PATHS)[number];

function integrity(file: DescribedFile | undefined) {
  return file === undefined ? {} : { bytes: file.bytes, hash: `sha256:${file.sha256}` };
}

const TITLES: Readonly<Record<DescribedPath, string>> = {
  "release_cells.csv": "Utgåvans tal, ett per rad",
  "places.csv": "Kommun, områden och enheter",
  "codebook.csv": "Vad varje mått och kod betyder",
};

const MISSING_VALUES = [
  { value: "", label: "anges inte" },
  ...MISSING_CODES.map((value) => ({ value, label: STATUS_NAMES[value].sv })),
];

function coded(name: string, title: string, isRequired = true) {
  const categories = (CODE_LISTS.get(name) ?? []).map(({ code, sv }) => ({ value: code, label: sv }));
  return {
    name,
    title,
    type: "string",
    categories,
    ...(isRequired ? { constraints: { required: true } } : {}),
  };
}

const LEVEL = coded("place_level", "Nivå");

const SCHEMAS: Readonly<Record<DescribedPath, object>> = {
  "release_cells.csv": {
    fields: [
      coded("table", "Tabell"),
      coded("metric", "Mått"),
      { name: "place", title: "Plats", type: "string", constraints: { required: true } },
      LEVEL,
      { name: "parent", title: "Tillhör", type: "string" },
      coded("age_group", "Åldersgrupp"),
      {
        name: "period",
        title: "Period",
        type: "string",
        description: "Kvartal 2026Q1, kalenderår 2026 eller läsår 2025/2026.",
        constraints: { required: true, pattern: "\\d{4}(Q[1-4]|/\\d{4})?" },
      },
      coded("area", "Område", false),
      coded("rater", "Skattare", false),
      coded("status", "Status"),
      { name: "value", title: "Värde", type: "number", missingValues: MISSING_VALUES },
      { name: "n", title: "Antal barn bakom talet", type: "integer" },
      { name: "band", title: "Spann", type: "string" },
    ],
    uniqueKeys: [["table", "metric", "place", "age_group", "period", "area", "rater"]],
    foreignKeys: [{ fields: ["place"], reference: { resource: "places", fields: ["place"] } }],
  },
  "places.csv": {
    fields: [
      { name: "place", title: "Plats", type: "string", constraints: { required: true, unique: true } },
      { name: "name", title: "Namn", type: "string", constraints: { required: true } },
      LEVEL,
      { name: "parent", title: "Tillhör", type: "string" },
    ],
    primaryKey: ["place"],
  },
  "codebook.csv": {
    fields: CODEBOOK_HEADS.map((name) => ({ name, type: "string" })),
    primaryKey: ["column", "code"],
  },
};
