import { fillDraft, type ReleasedTown, registerChildOf, type StepPile } from "@kompassen/api/testing";
import type { TestDatabase } from "@kompassen/db/testing";
import { readCertificate } from "@kompassen/disclosure";
import { BARNTEAM_AGE_GROUPS } from "@kompassen/domain/people";
import { addDays, type LocalDate, todayInSweden } from "@kompassen/domain/shared";
import {
  quarter,
  quarterOf,
  type ReleaseCell,
  type ReleasePlace,
  spanOfQuarter,
} from "@kompassen/domain/statistics";
import { PROCESS_STEP_KINDS } from "@kompassen/domain/stodprocess";

/** Those who read statistics, the same persons in both worlds. */
export const READERS = [
  ["styrgrupp", "0197a000-0000-7000-8000-000000000001"],
  ["processledning", "0197a000-0000-7000-8000-000000000002"],
  ["statistikansvarig", "0197a000-0000-7000-8000-000000000003"],
  ["utvarderare", "0197a000-0000-7000-8000-000000000004"],
] as const;

export async function addReaders({ admin }: TestDatabase, kommunCode: string): Promise<void> {
  for (const [role, id] of READERS) {
    await admin`
      insert into person (kommun_code, id, login_key, given_name, family_name, title)
      values (${kommunCode}, ${id}, ${`reader:${role}`}, 'Läsaren', ${role}, 'test')`;
    await admin`
      insert into person_role (kommun_code, person_id, role, valid_from) values (${kommunCode}, ${id}, ${role}, '2020-01-01')`;
  }
}

/** Six children of one school, too few for any number about how they are, all with the same answer. */
export async function addRatedChildren(
  { admin }: TestDatabase,
  town: ReleasedTown,
  value: 2 | 4,
  day: LocalDate,
): Promise<void> {
  const { as } = await town.kommun.person("Samordnaren", "stodsamordnare");
  for (let child = 0; child < 6; child += 1) {
    const { childId } = await registerChildOf(town.kommun, as);
    const draftId = await fillDraft(as, childId, value, todayInSweden(new Date()));
    const { version } = await as.behovskompass.getDraft({ childId, draftId });
    await as.behovskompass.submitDraft({ childId, draftId, version });
  }
  // Handing in happens today; the release is of a time that has passed.
  await admin.begin(async (sql) => {
    await sql`set local session_replication_role = replica`;
    await sql`update assessment set assessed_on = ${day}, registered_on = ${day}`;
    await sql`update process_step set registered_on = ${day}, occurred_on = ${day} where source = 'app'`;
  });
}

/**
 * The steps of a witness world: of each table the world in the last release's sealed certificate that differs most
 * from the true one. It fits every published number of every release.
 */
export async function witnessSteps(
  { admin }: TestDatabase,
  steps: readonly StepPile[],
): Promise<{
  readonly steps: StepPile[];
  readonly moved: number;
  readonly certificates: Map<string, unknown>;
}> {
  const rows = await admin<{ series: string; certificate: unknown }[]>`
    select s.series, s.certificate from sealed.release_series s
      join sealed.release_draft d on d.kommun_code = s.kommun_code and d.id = s.draft_id
     where s.series like 'uptake/%' order by d.release_id`;
  let changed = [...steps];
  let moved = 0;
  const certificates = new Map<string, unknown>();
  for (const [series, { certificate: json }] of new Map(rows.map((row) => [row.series, row]))) {
    const certificate = readCertificate(series, json);
    const world = certificate.worlds.toSorted((a, b) => b.length - a.length)[0];
    if (world === undefined) continue;
    const [, kind = ""] = series.split("/");
    const ofWorld = new Map(world.map(([codes, count]) => [codes.join(" "), { codes, count }]));
    const counts = certificate.counts.filter(([codes]) => !ofWorld.has(codes.join(" ")));
    certificates.set(series, {
      ...certificate,
      counts: [...counts, ...[...ofWorld.values()].map(({ codes, count }) => [codes, count])],
    });
    for (const { codes, count } of ofWorld.values()) {
      moved += 1;
      const [unit = "", ageGroup = "", period = "", detail = ""] = codes;
      const isHere = (pile: StepPile) =>
        [pile.kind, pile.unit, pile.ageGroup, quarterOf(pile.day), pile.detail ?? "alla"].join() ===
        [kind, unit, ageGroup, period, detail].join();
      changed = changed.filter((pile) => !isHere(pile));
      if (count === 0) continue;
      changed.push({
        unit,
        ageGroup: known(BARNTEAM_AGE_GROUPS, ageGroup),
        kind: known(PROCESS_STEP_KINDS, kind),
        detail: detail === "alla" ? null : detail,
        day: addDays(spanOfQuarter(quarter(period)).from, 5),
        children: count,
      });
    }
  }
  return { steps: changed, moved, certificates };
}

function known<Code extends string>(codes: readonly Code[], code: string): Code {
  const found = codes.find((one) => one === code);
  if (found === undefined) throw new RangeError(`unknown: ${code}`);
  return found;
}

/** What each hidden count of a document holds in a world. */
export function truthOf(
  document: string,
  steps: readonly StepPile[],
): ({ value: number; why: string } | null)[] {
  const { cells, places }: { cells: ReleaseCell[]; places: ReleasePlace[] } = JSON.parse(document);
  const parents = new Map(places.map(({ code, parent }) => [code, parent]));
  const isUnder = (unit: string | null, above: string): boolean =>
    unit !== null && (unit === above || isUnder(parents.get(unit) ?? null, above));
  return cells.map(({ cell, metric, unit, ageGroup, period }) => {
    if (cell.status !== "protected") return null;
    const inside = steps.filter(
      (pile) =>
        (metric === pile.kind || metric === `${pile.kind}_${pile.detail}`) &&
        isUnder(pile.unit, unit) &&
        (ageGroup === "alla" || ageGroup === pile.ageGroup) &&
        quarterOf(pile.day).startsWith(period),
    );
    return { value: inside.reduce((sum, { children }) => sum + children, 0), why: "secondary" };
  });
}
