import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { openSolver, type Solver } from "@kompassen/disclosure";
import { printAttacks } from "@kompassen/disclosure/attack-line";
import { tidyCellsCsv } from "@kompassen/domain/export";
import { localDate } from "@kompassen/domain/shared";
import { quarter, quarterOf, type StatisticsRelease } from "@kompassen/domain/statistics";
import { afterAll, beforeAll, expect, it } from "vitest";
import { aReleasedTown, type ReleasedTown, type StepPile } from "../testing/a-released-town.ts";
import { randomSteps } from "../testing/random-steps.ts";
import { openBounds, readExported } from "./exported-rows-attacker.test-support.ts";
import type { CreatedDraft } from "./index.ts";

const QUARTERS = [1, 2, 3, 4].map((number) => quarter(`2024Q${number}`));
const K = 5;

let database: TestDatabase;
let solver: Solver;
let town: ReleasedTown;
let steps: StepPile[];
const drafts: CreatedDraft[] = [];

beforeAll(async () => {
  database = await openTestDatabase();
  solver = await openSolver();
  town = await aReleasedTown(database, "9121");
  steps = randomSteps(town.units.keys(), QUARTERS, 15);
  await town.addSteps(steps);
  for (const one of QUARTERS) drafts.push(await town.release(one));
});
afterAll(() => database.close());

/** True counts by metric and then by "place age quarter part", as the attacker names them. */
function truthOf(metric: string): Map<string, number> {
  const isDivided = steps.some(({ kind, detail }) => kind === metric && detail !== null);
  const counts = new Map<string, number>();
  for (const { kind, unit, ageGroup, day, detail, children } of steps) {
    if (kind !== metric) continue;
    const name = `${unit} ${ageGroup} ${quarterOf(localDate(day))} ${isDivided ? detail : "alla"}`;
    counts.set(name, children + (counts.get(name) ?? 0));
  }
  return counts;
}

function attack(files: readonly string[]): { asked: number; disclosed: number; byUnit: number } {
  let [asked, disclosed, byUnit] = [0, 0, 0];
  for (const [metric, table] of readExported(files).metrics) {
    const truth = truthOf(metric);
    const bounds = openBounds(solver, table);
    for (const [atom, count] of truth) {
      if (count === 0 || count >= K || !table.atoms.includes(atom)) continue;
      asked += 1;
      if ((bounds.highest(atom, K, new Map()) ?? 0) < K) disclosed += 1;
      const [own = ""] = atom.split(" ");
      for (const unit of town.units.keys()) {
        if (unit === own) continue;
        const known = table.atoms
          .filter((name) => name.startsWith(`${unit} `))
          .map((name) => [name, truth.get(name) ?? 0] as const);
        asked += 1;
        if ((bounds.highest(atom, K, new Map(known)) ?? 0) < K) byUnit += 1;
      }
    }
    bounds.close();
  }
  return { asked, disclosed, byUnit };
}

/** As a release without the secondary step: every number that is hidden for another's sake is shown. */
function withoutSecondary(release: StatisticsRelease, { release: made }: CreatedDraft): StatisticsRelease {
  const places: StatisticsRelease["cells"] = JSON.parse(made.document).cells;
  return {
    head: release.head,
    cells: places.map((one, i) => {
      const truth = made.truth[i];
      return truth?.why === "secondary" ? { ...one, cell: { status: "published", value: truth.value } } : one;
    }),
  };
}

it("A15: who has nothing but the exported rows proves no small count, also as the staff of one unit", async () => {
  const releases = await Promise.all(drafts.map(({ releaseId }) => town.read(releaseId)));
  const found = attack(releases.map(tidyCellsCsv));
  const bare = attack(
    releases.map((release, i) => {
      const draft = drafts[i];
      return tidyCellsCsv(draft === undefined ? release : withoutSecondary(release, draft));
    }),
  );
  const line = {
    attack: "A15",
    tried: `${found.asked} questions to the exported release_cells.csv of ${releases.length} releases`,
    disclosures: found.disclosed + found.byUnit,
    control: "the same files without the secondary step",
    broken: bare.disclosed + bare.byUnit,
  };
  expect(printAttacks([line]), JSON.stringify({ found, bare })).toBe(true);
}, 180_000);
