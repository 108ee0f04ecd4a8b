import type { ActorTransaction } from "@kompassen/db";
import {
  PLACE_LEVELS,
  type PlaceLevel,
  RELEASE_TABLES,
  type ReleaseCell,
  type ReleaseHead,
  type ReleaseTable,
  type StatisticsRelease,
} from "@kompassen/domain/statistics";
import type { Context, SignedIn } from "../context/index.ts";
import { notFound } from "../errors/index.ts";

/** Whose releases are read, and by which connection. */
export interface ReaderContext extends Pick<Context, "statistics"> {
  readonly signedIn: SignedIn;
}

/** What of a release is read: a page asks for no more than it shows. */
export interface Part {
  readonly tables?: readonly ReleaseTable[] | undefined;
  readonly levels?: readonly PlaceLevel[] | undefined;
}

interface ReleaseRow {
  readonly head: ReleaseHead;
  readonly parts: readonly (readonly ReleaseCell[])[] | null;
}

/** @throws KompassError `not_found` */
export async function readRelease(
  context: ReaderContext,
  releaseId: string,
  part: Part,
): Promise<StatisticsRelease> {
  const [release] = await readReleases(context, part, { ids: [releaseId], latest: false });
  return release ?? notFound();
}

/** The release with the last period; null before the first. */
export async function readLatest(context: ReaderContext, part: Part): Promise<StatisticsRelease | null> {
  const [release] = await readReleases(context, part, { ids: null, latest: true });
  return release ?? null;
}

/** The oldest first. One query, whatever is read. */
export async function readReleases(
  { statistics, signedIn }: ReaderContext,
  { tables = RELEASE_TABLES, levels = PLACE_LEVELS }: Part,
  which: { readonly ids: readonly string[] | null; readonly latest: boolean } = { ids: null, latest: false },
): Promise<StatisticsRelease[]> {
  const actor = { type: "person", kommunCode: signedIn.kommunCode, personId: signedIn.personId } as const;
  const rows = await statistics.transaction(actor, ({ sql }) => select(sql, tables, levels, which));
  return rows.map(toRelease);
}

/** The whole release by whoever's transaction it is; null when there is none of that id. */
export async function readReleaseWithin(
  { sql }: ActorTransaction,
  releaseId: string,
): Promise<StatisticsRelease | null> {
  const which = { ids: [releaseId], latest: false };
  const [row] = await select(sql, RELEASE_TABLES, PLACE_LEVELS, which);
  return row === undefined ? null : toRelease(row);
}

function toRelease({ head, parts }: ReleaseRow): StatisticsRelease {
  return { head, cells: parts === null ? [] : parts.flat() };
}

/** The order of periods is the order of ids: they differ by the quarter alone. */
async function select(
  sql: ActorTransaction["sql"],
  tables: readonly ReleaseTable[],
  levels: readonly PlaceLevel[],
  { ids, latest }: { readonly ids: readonly string[] | null; readonly latest: boolean },
): Promise<ReleaseRow[]> {
  return await sql<ReleaseRow[]>`
    select r.head, (
      select json_agg(p.cells order by array_position(${[...RELEASE_TABLES]}::text[], p.table_name),
                                        array_position(${[...PLACE_LEVELS]}::text[], p.level))
        from statistics.release_part p
       where p.kommun_code = r.kommun_code and p.release_id = r.id
         and p.table_name = any(${[...tables]}::text[]) and p.level = any(${[...levels]}::text[])) as parts
      from statistics.release r
     where ${ids === null ? sql`true` : sql`r.id = any(${[...ids]}::text[])`}
     order by r.id ${latest ? sql`desc limit 1` : sql``}`;
}

/** Heads alone, the newest first. */
export async function readHeads({ statistics, signedIn }: ReaderContext): Promise<ReleaseHead[]> {
  const actor = { type: "person", kommunCode: signedIn.kommunCode, personId: signedIn.personId } as const;
  const rows = await statistics.transaction(
    actor,
    ({ sql }) => sql<{ head: ReleaseHead }[]>`select head from statistics.release order by id desc`,
  );
  return rows.map(({ head }) => head);
}
