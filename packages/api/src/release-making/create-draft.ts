import { randomBytes } from "node:crypto";
import type { ActorTransaction, Database, SystemActor } from "@kompassen/db";
import { type EarlierRelease, InputFaults, openSolver, readCertificate } from "@kompassen/disclosure";
import type { LocalDate } from "@kompassen/domain/shared";
import { quarter, spanOfQuarter } from "@kompassen/domain/statistics";
import { auditJob } from "../audit/index.ts";
import { KompassError, notFound } from "../errors/index.ts";
import { planPeriods, type ReleasePeriods } from "../release/index.ts";
import { recordOverdueFollowUps } from "../stodprocess/index.ts";
import { loadSource } from "./load-source.ts";
import { type MadeRelease, makeRelease } from "./make-release.ts";
import { sha256Of } from "./sha256.ts";

export interface DraftRequest {
  /** As the role `kompass_job`. */
  readonly database: Database;
  readonly kommunCode: string;
  readonly draftId: string;
  readonly today: LocalDate;
  readonly codeVersion: string;
  /** Seconds from any fixed moment. */
  readonly clock: () => number;
  readonly onProgress: (done: number, total: number) => void;
}

export interface CreatedDraft {
  readonly releaseId: string;
  readonly sha256: string;
  readonly release: MadeRelease;
  readonly seconds: number;
}

/**
 * Makes the draft that was asked for, from one snapshot of the database and every release before it. What is
 * wrong is kept with the draft, which has then failed.
 * @throws KompassError `not_found` when no such draft waits, `invalid` for periods that cannot be released
 */
export async function createDraft(request: DraftRequest): Promise<CreatedDraft> {
  const { database, kommunCode, draftId, clock } = request;
  const actor: SystemActor = { type: "system", kommunCode, job: "release" };
  const started = clock();
  const key = await database.transaction(actor, secretKey);
  try {
    await database.transaction(actor, (tx) => keepOverdue(tx, draftId));
    const input = await database.transaction(actor, (tx) => readInput(tx, request), { snapshot: true });
    const { codeVersion, onProgress } = request;
    const release = await makeRelease(await openSolver(), { ...input, key, codeVersion, onProgress });
    const seconds = clock() - started;
    const sha256 = sha256Of(release.document);
    await database.transaction(actor, (tx) => storeDraft(tx, draftId, input.id, release, sha256, seconds));
    return { releaseId: input.id, sha256, release, seconds };
  } catch (error) {
    await database.transaction(actor, ({ sql }) => failDraft(sql, draftId, error));
    throw error;
  }
}

async function secretKey({ sql }: ActorTransaction): Promise<string> {
  await sql`
    insert into sealed.release_key (kommun_code, key) values (kompass.kommun(), ${randomBytes(32).toString("hex")})
    on conflict do nothing`;
  const [row] = await sql<{ key: string }[]>`
    select key from sealed.release_key where kommun_code = kompass.kommun()`;
  return row === undefined ? notFound() : row.key;
}

/** Planned follow-up days that have passed are steps before the quarters are counted. */
async function keepOverdue(tx: ActorTransaction, draftId: string): Promise<void> {
  const periods = await requestedPeriods(tx, draftId);
  const last = periods.toSorted().at(-1);
  if (last !== undefined) await recordOverdueFollowUps(tx, spanOfQuarter(quarter(last)).to);
}

/** @throws KompassError `not_found` when no such draft waits */
async function requestedPeriods({ sql }: ActorTransaction, draftId: string): Promise<readonly string[]> {
  const [draft] = await sql<{ periods: string[] }[]>`
    select periods from sealed.release_draft
     where kommun_code = kompass.kommun() and id = ${draftId} and state = 'requested'`;
  return draft === undefined ? notFound() : draft.periods;
}

async function readInput(tx: ActorTransaction, { draftId, kommunCode, today }: DraftRequest) {
  const { sql } = tx;
  const requested = await requestedPeriods(tx, draftId);
  const released = await sql<{ period: string }[]>`
    select unnest(periods) as period from sealed.release_draft
     where kommun_code = kompass.kommun() and state = 'approved'`;
  const periods = planPeriods(requested.map(quarter), new Set(released.map(({ period }) => period)), today);
  const earlier = await loadEarlier(tx);
  return { id: releaseId(kommunCode, periods), periods, earlier, source: await loadSource(tx, periods) };
}

/** A period is released once, so its release is the first and only one. */
function releaseId(kommunCode: string, { quarters }: ReleasePeriods): string {
  return `kompass-${kommunCode}-${quarters.at(-1)}-1`;
}

interface SeriesRow {
  readonly series: string;
  readonly release_id: string;
  readonly certificate: unknown;
  readonly cells: EarlierRelease["release"]["cells"];
}

async function loadEarlier({ sql }: ActorTransaction): Promise<Map<string, EarlierRelease[]>> {
  const rows = await sql<SeriesRow[]>`
    select s.series, d.release_id, s.certificate, s.cells
      from sealed.release_series s
      join sealed.release_draft d on d.kommun_code = s.kommun_code and d.id = s.draft_id
     where s.kommun_code = kompass.kommun() and d.state = 'approved' and s.series like 'uptake/%'
     order by s.series, d.periods[1]`;
  const bySeries = Map.groupBy(rows, ({ series }) => series);
  return new Map(
    [...bySeries].map(([series, ofSeries]) => [
      series,
      ofSeries.map(({ release_id, cells, certificate }) => ({
        release: { name: release_id, cells },
        certificate: readCertificate(release_id, certificate),
      })),
    ]),
  );
}

async function storeDraft(
  tx: ActorTransaction,
  draftId: string,
  releaseId: string,
  { document, truth, series, summary }: MadeRelease,
  sha256: string,
  seconds: number,
): Promise<void> {
  const { sql } = tx;
  const stored = await sql`
    update sealed.release_draft
       set state = 'draft', release_id = ${releaseId}, made_at = now(), seconds = ${seconds}, document = ${document},
           sha256 = ${sha256}, truth = ${JSON.stringify(truth)}::text::jsonb, audit = ${JSON.stringify(summary)}::text::jsonb
     where kommun_code = kompass.kommun() and id = ${draftId} and state = 'requested' returning 1`;
  if (stored.length === 0) throw new KompassError("closed", { reason: "release_not_open" });
  const rows = series.map((one) => ({
    series: one.series,
    certificate: one.certificate,
    cells: one.cells,
    audit: one.summary,
  }));
  await sql`
    insert into sealed.release_series (kommun_code, draft_id, series, certificate, cells, audit)
    select kompass.kommun(), ${draftId}, r.series, r.certificate, r.cells, r.audit
      from json_to_recordset(${JSON.stringify(rows)}::text::json)
        as r (series text, certificate json, cells jsonb, audit jsonb)`;
  await auditJob(tx, "release", [], {
    verb: "release.createDraft",
    purpose: "statistik",
    fields: [releaseId, draftId],
  });
}

type Sql = ActorTransaction["sql"];

async function failDraft(sql: Sql, draftId: string, error: unknown): Promise<void> {
  await sql`
    update sealed.release_draft set state = 'failed', failure = ${describe(error).slice(0, 2000)}
     where kommun_code = kompass.kommun() and id = ${draftId} and state = 'requested'`;
}

/** In the words of what went wrong; for a fault in the input, each cell and what was expected. */
function describe(error: unknown): string {
  if (error instanceof KompassError) return JSON.stringify(error.detail);
  if (error instanceof InputFaults) return JSON.stringify(error.faults);
  return error instanceof Error ? error.message : String(error);
}
