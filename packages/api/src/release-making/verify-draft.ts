import type { ActorTransaction } from "@kompassen/db";
import { type EarlierRelease, latestLattice, readCertificate, verifyReleases } from "@kompassen/disclosure";
import { countKey } from "./count-table.ts";
import { eachAtom } from "./protect-counts.ts";

/** What a check of the proofs found, without the solver: by addition alone. */
export interface DraftVerification {
  /** Tables of counts that were checked, each with every release of its year up to this one. */
  readonly tables: number;
  readonly failures: readonly string[];
  readonly sensitive: number;
  readonly worlds: number;
}

interface SeriesRow {
  readonly series: string;
  readonly release_id: string;
  readonly certificate: unknown;
  readonly cells: EarlierRelease["release"]["cells"];
}

/** Checks the proofs of every count table of a draft or release once more. @param tx as the role `kompass_job` */
export async function verifyDraft({ sql }: ActorTransaction, draftId: string): Promise<DraftVerification> {
  const rows = await sql<SeriesRow[]>`
    select s.series, d.release_id, s.certificate, s.cells
      from sealed.release_series s
      join sealed.release_draft d on d.kommun_code = s.kommun_code and d.id = s.draft_id
     where s.kommun_code = kompass.kommun() and s.series like 'uptake/%' and d.state in ('draft', 'approved')
       and s.series in (select o.series from sealed.release_series o
                         where o.kommun_code = s.kommun_code and o.draft_id = ${draftId})
       and d.release_id <= (select release_id from sealed.release_draft
                             where kommun_code = kompass.kommun() and id = ${draftId})
     order by s.series, d.release_id`;
  let [sensitive, worlds] = [0, 0];
  const failures: string[] = [];
  const bySeries = Map.groupBy(rows, ({ series }) => series);
  for (const [series, ofSeries] of bySeries) {
    const releases = ofSeries.map(({ release_id, cells, certificate }) => ({
      release: { name: release_id, cells },
      certificate: readCertificate(release_id, certificate),
    }));
    const found = verify(releases);
    if (found === null) continue;
    failures.push(...found.failures.map((failure) => `${series}: ${failure}`));
    sensitive += found.sensitive;
    worlds += found.worlds;
  }
  return { tables: bySeries.size, failures, sensitive, worlds };
}

/** Each certificate holds the counts of all periods released by then, so the last one holds them all. */
function verify(releases: readonly EarlierRelease[]) {
  const lattice = latestLattice(releases);
  const last = releases.at(-1)?.certificate;
  if (lattice === null || last === undefined || last === null) return null;
  const counts = new Map(
    last.counts.map(([[unit = "", age = "", period = "", detail = ""], count]) => [
      countKey(unit, age, period, detail),
      count,
    ]),
  );
  const atoms = eachAtom(lattice, (unit, age, period, detail) =>
    counts.get(countKey(unit, age, period, detail)),
  );
  const values = Int32Array.from(atoms, (count) => (count === undefined ? 0 : count));
  return verifyReleases(lattice, { values, periods: new Set(last.released), rowOfAtom: new Map() }, releases);
}
