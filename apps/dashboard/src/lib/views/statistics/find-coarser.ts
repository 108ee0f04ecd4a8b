import { ALL_AGES, isQuarter, yearOf } from "@kompassen/domain/statistics";
import type { CellAddress, CellIndex } from "./cell-index.ts";
import { type ReleaseHistory, releaseOf } from "./release-history.ts";
import { choiceHref, type TableChoice } from "./table-choice.ts";

/** A coarser table that shows what is hidden here. */
export interface Way {
  readonly to: "ages" | "year" | "omrade" | "kommun";
  /** The year or the område, where the words need its name. */
  readonly name: string;
  readonly href: string;
}

interface Candidate {
  readonly to: Way["to"];
  readonly name: string;
  readonly choice: TableChoice;
  readonly coarsen: (address: CellAddress) => CellAddress;
  /** The row to land on. */
  readonly row: string;
}

/** The first coarser table that shows all of what is hidden, else the first that shows any of it. */
export function findCoarser(
  hidden: readonly CellAddress[],
  choice: TableChoice,
  history: ReleaseHistory,
  index: CellIndex,
  path: string,
): Way | null {
  const [first] = hidden;
  if (first === undefined) return null;
  const shows =
    ({ coarsen }: Candidate) =>
    (address: CellAddress) => {
      const status = index.find(coarsen(address))?.cell.status;
      return status === "published" || status === "band";
    };
  const candidates = listCandidates(choice, first, history);
  const best =
    candidates.find((candidate) => hidden.every(shows(candidate))) ??
    candidates.find((candidate) => hidden.some(shows(candidate)));
  if (best === undefined) return null;
  return { to: best.to, name: best.name, href: choiceHref(path, best.choice, `rad-${best.row}`) };
}

/** From the smallest step to the largest: all ages, the year, the område, the kommun. */
function listCandidates(choice: TableChoice, at: CellAddress, history: ReleaseHistory): Candidate[] {
  const places = releaseOf(history, choice.period)?.places ?? [];
  const parent = places.find(({ code }) => code === at.unit)?.parent;
  const omrade = places.find(({ code }) => code === parent);
  const kommun = places.find(({ level }) => level === "kommun");
  const year = isQuarter(choice.period) ? yearOf(choice.period) : null;
  const candidates: Candidate[] = [];
  if (choice.alder !== ALL_AGES)
    candidates.push({
      to: "ages",
      name: "",
      choice: { ...choice, alder: ALL_AGES },
      coarsen: (address) => ({ ...address, ageGroup: ALL_AGES }),
      row: rowOf(at, choice),
    });
  if (year !== null && releaseOf(history, year) !== undefined)
    candidates.push({
      to: "year",
      name: year,
      choice: { ...choice, alder: ALL_AGES, period: year },
      coarsen: (address) => ({
        ...address,
        ageGroup: choice.niva === "alder" ? address.ageGroup : ALL_AGES,
        period: year,
      }),
      row: rowOf(at, choice),
    });
  if (choice.niva === "enhet" && omrade !== undefined)
    candidates.push({
      to: "omrade",
      name: omrade.name,
      choice: { ...choice, niva: "omrade" },
      coarsen: (address) => ({ ...address, unit: omrade.code }),
      row: omrade.code,
    });
  if (choice.niva !== "alder" && kommun !== undefined)
    candidates.push({
      to: "kommun",
      name: kommun.name,
      choice: { ...choice, niva: "alder" },
      coarsen: (address) => ({ ...address, unit: kommun.code }),
      row: rowOf(at, { ...choice, niva: "alder" }),
    });
  return candidates;
}

function rowOf(address: CellAddress, { niva }: TableChoice): string {
  return niva === "alder" ? (address.area ?? address.metric) : address.unit;
}
