import { shareCell } from "@kompassen/disclosure";
import type { StatisticsCell } from "@kompassen/domain/statistics";

/** A group of children and how many of them each share counts: one part, or several that add up to the group. */
export interface ShareGroup {
  readonly key: string;
  readonly n: number;
  readonly parts: readonly number[];
  /** Must not be shown for another reason (its mean is not). */
  readonly isClosed: boolean;
}

/** A group that others divide between them, so that what is hidden of one might be reckoned from the rest. */
export interface Division {
  readonly whole: string;
  readonly into: readonly string[];
  /** Units whose staff know their own numbers, and the part each lies in. */
  readonly insiders: readonly { readonly unit: string; readonly within: string }[];
}

/** No group smaller than this is told of, and none may be worked out. */
const SMALLEST = 10;
/** How much of its range a hidden share must be able to take, as for the means: two points of four. */
const UNCERTAINTY = 0.5;

/**
 * The shares of every group as bands by its size, hiding those that would give a hidden small group away: if what
 * is left of a whole without its shown parts holds fewer than ten children, the bands must leave their share open
 * over half its range, also for the staff of one unit. The smallest shown part goes first.
 * @param groups told of, and units that are known to their staff alone
 * @returns one cell a part, by the group's key
 */
export function hideShares(
  groups: readonly ShareGroup[],
  divisions: readonly Division[],
): Map<string, readonly StatisticsCell[]> {
  const byKey = new Map(groups.map((group) => [group.key, group]));
  const hidden = new Set(groups.filter(({ isClosed, n }) => isClosed || n < SMALLEST).map(({ key }) => key));
  const get = (key: string) => byKey.get(key);
  for (let isSettled = false; !isSettled; ) {
    isSettled = true;
    for (const { whole, into, insiders } of divisions) {
      const parent = get(whole);
      const parts = into.flatMap((key) => get(key) ?? []).filter(({ n }) => n > 0);
      if (
        parent === undefined ||
        hidden.has(whole) ||
        !isOpen(parent, parts, hidden, readersOf(insiders, get))
      )
        continue;
      const shown = parts.filter(({ key }) => !hidden.has(key)).toSorted(bySize);
      hidden.add(shown[0] === undefined ? whole : shown[0].key);
      isSettled = false;
    }
  }
  return new Map(groups.map((group) => [group.key, cellsOf(group, hidden.has(group.key))]));
}

function bySize(a: ShareGroup, b: ShareGroup): number {
  return a.n - b.n || (a.key < b.key ? -1 : 1);
}

function cellsOf({ n, parts }: ShareGroup, isHidden: boolean): StatisticsCell[] {
  return parts.map((part) => {
    if (n === 0) return { status: "not_applicable" };
    return isHidden ? { status: "protected" } : shareCell(part, n);
  });
}

/** What the staff of a unit know: its true numbers, and which part they belong to. */
interface Reader {
  readonly within: string;
  readonly own: ShareGroup;
}

function readersOf(insiders: Division["insiders"], get: (key: string) => ShareGroup | undefined): Reader[] {
  return insiders.flatMap(({ unit, within }) => {
    const own = get(unit);
    return own === undefined || own.n === 0 ? [] : [{ within, own }];
  });
}

/** Whether somebody can work out too much of what is hidden in a whole. */
function isOpen(
  whole: ShareGroup,
  parts: readonly ShareGroup[],
  hidden: ReadonlySet<string>,
  readers: readonly Reader[],
): boolean {
  const unseen = parts.filter(({ key }) => hidden.has(key));
  const seen = parts.filter(({ key }) => !hidden.has(key));
  return [null, ...readers].some((reader) => {
    const own = unseen.some(({ key }) => key === reader?.within) && reader !== null ? reader.own : null;
    const n = unseen.reduce((sum, part) => sum + part.n, 0) - (own === null ? 0 : own.n);
    if (n === 0 || n >= SMALLEST) return false;
    return whole.parts.some((total, i) => {
      const all = rangeOf(total, whole.n);
      const known = own === null ? 0 : partOf(own, i);
      const rest = seen.map((part) => seenRange(part, i, reader));
      const low = Math.max(0, all.low - known - rest.reduce((sum, range) => sum + range.high, 0));
      const high = Math.min(n, all.high - known - rest.reduce((sum, range) => sum + range.low, 0));
      return high - low < UNCERTAINTY * n;
    });
  });
}

/** What is published of a part, narrowed by what the reader knows of it. */
function seenRange(part: ShareGroup, i: number, reader: Reader | null): Range {
  const { low, high } = rangeOf(partOf(part, i), part.n);
  if (reader === null || reader.within !== part.key) return { low, high };
  const own = partOf(reader.own, i);
  return { low: Math.max(low, own), high: Math.min(high, own + part.n - reader.own.n) };
}

function partOf({ parts }: ShareGroup, i: number): number {
  const part = parts[i];
  if (part === undefined) throw new RangeError(`no share ${i} of ${parts.length}`);
  return part;
}

interface Range {
  readonly low: number;
  readonly high: number;
}

const PERCENT_BAND = /^(\d+)-(\d+)$/;

/** How many there may be of `n` for what is published of the share, the size of the group taken as known. */
function rangeOf(part: number, n: number): Range {
  const cell = shareCell(part, n);
  if (cell.status === "published") return within(cell.value - 0.5, cell.value + 0.5, n);
  if (cell.status !== "band") return { low: 0, high: n };
  if (cell.band.startsWith("<=")) return within(0, Number(cell.band.slice(2)), n);
  if (cell.band.startsWith(">=")) return within(Number(cell.band.slice(2)), 100, n);
  const match = PERCENT_BAND.exec(cell.band);
  return match === null ? { low: 0, high: n } : within(Number(match[1]), Number(match[2]) + 1, n);
}

/** Whole children only. */
function within(fromPercent: number, toPercent: number, n: number): Range {
  return { low: Math.ceil((fromPercent * n) / 100 - 1e-9), high: Math.floor((toPercent * n) / 100 + 1e-9) };
}
