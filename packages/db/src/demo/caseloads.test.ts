import type { Area } from "@kompassen/domain/behovskompass";
import { compareWork, deriveWork, type WorkReason } from "@kompassen/domain/caseload";
import { DEFAULT_RULES, followUpStatus, type RaisedBy } from "@kompassen/domain/follow-up";
import { type LocalDate, todayInSweden } from "@kompassen/domain/shared";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "../testing/index.ts";
import { compareLoadedChildren } from "./compare-loaded-children.ts";
import { loadDemo } from "./index.ts";

const now = new Date();
const today = todayInSweden(now);
let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
  await loadDemo({ database: database.job, now });
}, 300_000);
afterAll(() => database.close());

test("the main Stödsamordnare reaches the children of the own caseload and no others", async () => {
  const mine = await database.admin<{ id: string }[]>`
    select r.child_id as id from child_relation r join person p on p.kommun_code = r.kommun_code and p.id = r.person_id
     where p.login_key = 'demo:stodsamordnare-1' order by 1`;
  expect(mine.length).toBeGreaterThanOrEqual(25);
  expect(await reachedBy("demo:stodsamordnare-1")).toEqual(mine.map(({ id }) => id));
});

test("whoever is new, and whoever only reads releases, reaches no child", async () => {
  for (const key of [
    "stodsamordnare-3",
    "styrgrupp-1",
    "utvarderare-1",
    "administrator-1",
    "loggranskare-1",
  ]) {
    expect(await reachedBy(`demo:${key}`), key).toEqual([]);
  }
});

test("a team member reaches the children on the agenda of a coming meeting and nobody else", async () => {
  const onAgenda = await database.admin<{ id: string }[]>`
    select distinct a.child_id as id from agenda_item a join meeting m on m.kommun_code = a.kommun_code and m.id = a.meeting_id
      join team_member t on t.kommun_code = m.kommun_code and t.team_id = m.team_id
      join person p on p.kommun_code = t.kommun_code and p.id = t.person_id
     where p.login_key = 'demo:teammedlem-1' and m.state = 'planned' order by 1`;
  expect(onAgenda.length).toBeGreaterThan(0);
  expect(await reachedBy("demo:teammedlem-1")).toEqual(onAgenda.map(({ id }) => id));
});

test("the main caseload shows every case of the work list, and children who need nothing", {
  timeout: 60_000,
}, async () => {
  const work = await workOf("demo:stodsamordnare-1");
  const kinds = new Set<WorkReason["kind"] | "nothing">(
    work.map(({ reasons }) => reasons[0]?.kind ?? "nothing"),
  );
  expect(kinds).toEqual(
    new Set([
      "prolonged_stagnation",
      "decline",
      "late",
      "stagnation",
      "concern_remains",
      "overdue",
      "missing_date",
      "concern_to_answer",
      "divergence",
      "soon",
      "nothing",
    ]),
  );
});

test("a rektor follows about sixty children, and most of them need nothing raised", {
  timeout: 60_000,
}, async () => {
  const work = await workOf("demo:barnkontakt-1");
  expect(work.length).toBeGreaterThan(50);
  expect(work.length).toBeLessThan(70);
  const raised = work.filter(({ section }) => section === "needs_assessment");
  expect(raised.length).toBeLessThan(work.length / 2);
});

async function personOf(loginKey: string): Promise<{ kommunCode: string; personId: string }> {
  const [person] = await database.admin<{ kommunCode: string; personId: string }[]>`
    select kommun_code as "kommunCode", id as "personId" from person where login_key = ${loginKey}`;
  if (person === undefined) throw new RangeError(`nobody is ${loginKey}`);
  return person;
}

async function reachedBy(loginKey: string): Promise<string[]> {
  const person = await personOf(loginKey);
  const rows = await database.app.transaction(
    { type: "person", ...person },
    ({ sql }) =>
      sql<{ id: string }[]>`select id from child where kommun_code = ${person.kommunCode} order by 1`,
  );
  return rows.map(({ id }) => id);
}

interface Followed {
  readonly id: string;
  readonly next: LocalDate | null;
  readonly signals: readonly {
    area: Area;
    raised: RaisedBy[];
    state: "new" | "seen" | "on_agenda";
    isLate: boolean;
  }[];
}

async function workOf(loginKey: string) {
  const { personId } = await personOf(loginKey);
  const children = await database.admin<Followed[]>`
    select c.id, c.next_follow_up_on::text as next,
           coalesce((select json_agg(json_build_object('area', s.area, 'raised', s.raised, 'state', s.state,
                       'isLate', m.held_on is not null and m.held_on < ${today}))
              from signal s left join meeting m on m.kommun_code = s.kommun_code and m.id = s.meeting_id
             where s.child_id = c.id and s.state in ('new', 'seen', 'on_agenda')), '[]') as signals
      from child c where c.closed_on is null and exists (
        select 1 from child_relation r where r.child_id = c.id and r.person_id = ${personId}
           and ${today}::date between r.valid_from and coalesce(r.valid_to, 'infinity'))`;
  const compared = await compareLoadedChildren(database.admin);
  return children
    .map(({ id, next, signals }) => {
      const followUp = followUpStatus(
        { isActive: true, plannedOn: next, doneOn: null },
        today,
        DEFAULT_RULES,
      );
      const series = compared.get(id) ?? [];
      return deriveWork(
        { followUp, openSignals: signals, series, hasOpenDraft: false },
        today,
        DEFAULT_RULES,
      );
    })
    .toSorted(compareWork);
}
