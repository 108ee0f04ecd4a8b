import { createHash } from "node:crypto";
import type { TestDatabase } from "@kompassen/db/testing";
import type { BarnteamAgeGroup } from "@kompassen/domain/people";
import { addDays, type LocalDate, localDate } from "@kompassen/domain/shared";
import { type Quarter, type StatisticsRelease, spanOfQuarter } from "@kompassen/domain/statistics";
import type { ProcessStepKind } from "@kompassen/domain/stodprocess";
import { approveDraft, requestDraft } from "../release/index.ts";
import {
  type CreatedDraft,
  createDraft,
  type DraftVerification,
  verifyDraft,
} from "../release-making/index.ts";
import { readReleaseWithin } from "../statistics/index.ts";
import { aKommun, type TestKommun } from "./a-kommun.ts";

/** So many children with a step of one kind, at one unit and in one age group, registered on one day. */
export interface StepPile {
  readonly unit: string;
  readonly ageGroup: BarnteamAgeGroup;
  readonly kind: ProcessStepKind;
  readonly detail: string | null;
  readonly day: LocalDate;
  readonly children: number;
}

/** What is stored of a release, as it would be served. */
interface StoredRelease {
  readonly document: string;
  readonly head: string;
  readonly parts: string;
}

/** A kommun of several schools whose quarters are released one after another by the real verbs. */
export interface ReleasedTown {
  readonly kommun: TestKommun;
  /** Ids of the units by code. */
  readonly units: ReadonlyMap<string, string>;
  readonly job: { readonly type: "system"; readonly kommunCode: string; readonly job: "release" };
  addSteps(piles: readonly StepPile[]): Promise<void>;
  makeDraft(quarters: readonly Quarter[]): Promise<CreatedDraft & { readonly draftId: string }>;
  approve(draft: { readonly draftId: string; readonly sha256: string }): Promise<string>;
  /** Makes and approves. */
  release(...quarters: Quarter[]): Promise<CreatedDraft & { readonly draftId: string }>;
  /** Every approved release by its id, exactly as stored. */
  stored(): Promise<Map<string, StoredRelease>>;
  read(releaseId: string): Promise<StatisticsRelease>;
  /** The proofs of all releases together, by addition. */
  auditAll(): Promise<DraftVerification[]>;
}

const OMRADEN: Readonly<Record<string, readonly string[]>> = {
  Norr: ["A", "B", "C"],
  Söder: ["D", "E", "F"],
  Väst: ["G"],
};

export async function aReleasedTown(database: TestDatabase, kommunCode: string): Promise<ReleasedTown> {
  const { admin } = database;
  const kommun = await aKommun(database, kommunCode);
  const maker = await kommun.person("Solumi", "statistikansvarig");
  const approver = await kommun.person("Rikumi", "statistikansvarig");
  const job = { type: "system", kommunCode, job: "release" } as const;
  const units = await addUnits(database, kommunCode);
  let children = 0;

  // The same for every town, so that the same counts hide the same.
  await admin`insert into sealed.release_key (kommun_code, key) values (${kommunCode}, 'a town')`;

  // None is the standing unit of children with protected identity, who all the same are placed somewhere.
  const placeOf = (unit: string) => (unit === "skola-1" ? kommun.unitId : units.get(unit));
  const town: ReleasedTown = {
    kommun,
    units,
    job,
    addSteps: async (piles) => {
      const rows = piles.flatMap(({ children: count, unit, ...pile }) =>
        Array.from({ length: count }, () => {
          children += 1;
          return { ...pile, id: idOf(`${kommunCode} child ${children}`), unitId: placeOf(unit) };
        }),
      );
      await admin`
        with r as (select * from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
          as r (id uuid, "unitId" uuid, "ageGroup" text, kind text, detail text, day date)),
        c as (insert into child (kommun_code, id, case_number, given_name, family_name, unit_id, registered_on)
          select ${kommunCode}, id, 'B-' || id, '', '', coalesce("unitId", ${kommun.unitId}), '2020-01-01' from r)
        insert into process_step (kommun_code, child_id, kind, id, detail, unit_id, age_group, registered_on, occurred_on, source)
        select ${kommunCode}, id, kind, id, detail, "unitId", "ageGroup", day, day, 'import' from r`;
    },
    makeDraft: async (quarters) => {
      const draftId = crypto.randomUUID();
      const [last] = quarters.toSorted().slice(-1);
      if (last === undefined) throw new RangeError("no quarter");
      const today = addDays(spanOfQuarter(last).to, 1);
      await database.job.transaction(job, (tx) =>
        requestDraft(tx, { draftId, periods: [...quarters], requestedBy: maker.id, today }),
      );
      const settings = { kommunCode, codeVersion: "test", clock: () => 0, onProgress: () => {} };
      return { draftId, ...(await createDraft({ ...settings, database: database.job, draftId, today })) };
    },
    approve: (draft) =>
      database.job.transaction({ type: "person", kommunCode, personId: approver.id }, async (tx) => {
        const { releaseId } = await approveDraft(tx, draft, APPROVED_ON);
        return releaseId;
      }),
    release: async (...quarters) => {
      const draft = await town.makeDraft(quarters);
      await town.approve(draft);
      return draft;
    },
    stored: async () => {
      const rows = await admin<(StoredRelease & { id: string })[]>`
        select r.id, r.document, r.head::text as head,
               (select jsonb_agg(p order by p.table_name, p.level)::text from statistics.release_part p
                 where p.kommun_code = r.kommun_code and p.release_id = r.id) as parts
          from statistics.release r where r.kommun_code = ${kommunCode} order by r.id`;
      return new Map(rows.map(({ id, ...stored }) => [id, stored]));
    },
    read: async (releaseId) => {
      const found = await database.job.transaction(job, (tx) => readReleaseWithin(tx, releaseId));
      if (found === null) throw new Error(`no release ${releaseId}`);
      return found;
    },
    auditAll: async () => {
      const drafts = await admin<{ id: string }[]>`
        select id from sealed.release_draft where kommun_code = ${kommunCode} and state in ('draft', 'approved')
         order by release_id`;
      const audits: DraftVerification[] = [];
      for (const { id } of drafts)
        audits.push(await database.job.transaction(job, (tx) => verifyDraft(tx, id)));
      return audits;
    },
  };
  return town;
}

/** The day of every release of a town: in the past, whenever it is made. */
const APPROVED_ON = localDate("2026-01-20");

async function addUnits({ admin }: TestDatabase, kommunCode: string): Promise<Map<string, string>> {
  const units = new Map<string, string>();
  for (const [omrade, codes] of Object.entries(OMRADEN)) {
    const omradeId = idOf(`${kommunCode} ${omrade}`);
    await admin`insert into omrade (kommun_code, id, name) values (${kommunCode}, ${omradeId}, ${omrade})`;
    for (const code of codes) {
      const id = idOf(`${kommunCode} unit ${code}`);
      units.set(code, id);
      await admin`
        insert into unit (kommun_code, id, code, name, kind, omrade_id)
        values (${kommunCode}, ${id}, ${code}, ${`Skola ${code}`}, 'grundskola', ${omradeId})`;
    }
  }
  return units;
}

/** The same words, the same id. */
function idOf(words: string): string {
  const hex = createHash("sha256").update(words).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
