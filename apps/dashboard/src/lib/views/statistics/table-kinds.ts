import { METRICS, type PlaceLevel, type ReleaseTable } from "@kompassen/domain/statistics";

/** The tables a reader can choose, as they stand in the address. */
export const TABLE_SLUGS = [
  "steg",
  "hembesok",
  "utbildning",
  "forandring",
  "medel",
  "starkas",
  "ledtider",
] as const;

export type TableSlug = (typeof TABLE_SLUGS)[number];

/** Levels as they stand in the address. "alder" is the whole kommun by age group. */
export const LEVEL_SLUGS = ["alder", "omrade", "enhet"] as const;

export type LevelSlug = (typeof LEVEL_SLUGS)[number];

export const PLACE_LEVEL: Readonly<Record<LevelSlug, PlaceLevel>> = {
  alder: "kommun",
  omrade: "omrade",
  enhet: "unit",
};

export interface TableKind {
  readonly table: ReleaseTable;
  readonly metrics: readonly string[];
  readonly levels: readonly LevelSlug[];
  /** Counted by quarter and calendar year, else by läsår. */
  readonly isByQuarter: boolean;
  /** Whether each number belongs to an area and a kind of rater. */
  readonly isByArea: boolean;
}

const STEPS = [
  "upptackarkort",
  "upptackarkort_anmalan_socialtjanst",
  "upptackarkort_stod_egen_verksamhet",
  "upptackarkort_aktivera_barnkontakt",
  "barnkontakt_svar",
  "barnsamtal",
  "behovskompass",
  "beslut",
  "beslut_stod_egen_verksamhet",
  "beslut_barnteam",
  "beslut_individuellt_barnteam",
  "barnteam",
  "uppfoljningssamtal",
  "individuellt_barnteam",
  "barnets_plan",
  "uppfoljning",
  "uppfoljning_forsenad",
  "signal_raised",
  "signal_decided",
  "behov_uppfyllt",
];

const ofRule = (rule: string) => [...METRICS].flatMap(([key, metric]) => (metric.rule === rule ? [key] : []));
const counts = { table: "uptake", isByQuarter: true, isByArea: false } as const;
const rated = { metrics: [], isByQuarter: false, isByArea: true } as const;

export const TABLE_KINDS: Readonly<Record<TableSlug, TableKind>> = {
  steg: { ...counts, metrics: STEPS, levels: ["alder", "omrade", "enhet"] },
  hembesok: { ...counts, metrics: ofRule("visit"), levels: ["alder", "omrade", "enhet"] },
  utbildning: { ...counts, metrics: ofRule("trained"), levels: ["alder", "omrade", "enhet"] },
  forandring: {
    ...rated,
    table: "change",
    metrics: ["change_improved", "change_maintained", "change_unchanged", "change_declined"],
    levels: ["alder", "omrade"],
  },
  medel: { ...rated, table: "area_mean", metrics: ["mean_score"], levels: ["alder", "omrade", "enhet"] },
  starkas: {
    ...rated,
    table: "area_share",
    metrics: ["share_needs_strengthening"],
    levels: ["alder", "omrade", "enhet"],
  },
  ledtider: {
    table: "lead_time",
    metrics: ofRule("waiting"),
    levels: ["alder"],
    isByQuarter: false,
    isByArea: false,
  },
};
