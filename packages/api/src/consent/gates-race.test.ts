import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { addDays, todayInSweden } from "@kompassen/domain/shared";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findKnown } from "../errors/index.ts";
import { rateAll, registerChildOf } from "../testing/a-child.ts";
import { aGuardian } from "../testing/a-guardian.ts";
import { aKommun, type Caller, type TestKommun } from "../testing/a-kommun.ts";

let database: TestDatabase;
let kommun: TestKommun;
let coordinator: { id: string; as: Caller };
let member: { id: string; as: Caller };

const today = todayInSweden(new Date());
const step = "skriftligt_individuellt" as const;
const CHILDREN = 20;

beforeAll(async () => {
  database = await openTestDatabase();
  kommun = await aKommun(database, "9166");
  coordinator = await kommun.person("Samordnaren", "stodsamordnare");
  member = await kommun.person("Kuratorn", "teammedlem");
});
afterAll(() => database.close());

interface Arranged {
  readonly childId: string;
  readonly guardianId: string;
  readonly teamId: string;
  readonly meetingId: string;
  readonly signal: { readonly id: string; readonly version: number };
  readonly guardian: { readonly as: Caller };
}

/** A child in its own team, with a meeting to come, something to raise there, and a guardian at home. */
async function arrange(): Promise<Arranged> {
  const { childId, guardianId } = await registerChildOf(kommun, coordinator.as);
  await sayYes(childId, guardianId);
  await rateAll(coordinator.as, childId, 2, addDays(today, -90));
  await rateAll(coordinator.as, childId, 2, addDays(today, -1));
  const { teamId } = await coordinator.as.barnteam.formIndividualTeam({
    childId,
    teamId: crypto.randomUUID(),
    members: [{ personId: member.id, part: "kurator" }],
  });
  const meetingId = crypto.randomUUID();
  await coordinator.as.barnteam.createMeeting(aMeeting(teamId, meetingId));
  const chart = await coordinator.as.behovskompass.getChart({ childId });
  const signal = chart.kind === "open" ? chart.signals[0] : undefined;
  if (signal === undefined) throw new Error("nothing is raised");
  const guardian = await aGuardian(database, kommun.kommunCode, guardianId);
  return { childId, guardianId, teamId, meetingId, signal, guardian };
}

const sayYes = (childId: string, guardianId: string) =>
  coordinator.as.consent.recordConsent({
    childId,
    consentId: crypto.randomUUID(),
    step,
    guardianId,
    state: "given",
    decidedOn: today,
    validTo: null,
    paperLocation: "Pärm 4",
  });

const aMeeting = (teamId: string, meetingId: string = crypto.randomUUID()) => ({
  meetingId,
  teamId,
  heldOn: addDays(today, 7),
  startsAt: null,
  place: null,
});

/** Everything that a yes opens, at once. */
function openAll({ childId, teamId, meetingId, signal }: Arranged): Promise<unknown>[] {
  return [
    coordinator.as.barnteam.createMeeting(aMeeting(teamId)),
    coordinator.as.followUp.placeOnAgenda({
      childId,
      signalId: signal.id,
      version: signal.version,
      meetingId,
    }),
    coordinator.as.behovskompass.openDraft({
      childId,
      draftId: crypto.randomUUID(),
      compassId: crypto.randomUUID(),
      rater: "barnteam",
      ageForm: null,
      assessedOn: today,
    }),
    coordinator.as.barnteam.createMeeting(aMeeting(teamId)),
  ];
}

const openOf = (childId: string) => database.admin`
  select 'meeting' as open from meeting m join team t on t.id = m.team_id
   where t.child_id = ${childId} and m.state = 'planned'
  union all
  select 'agenda' from agenda_item i join meeting m on m.id = i.meeting_id
   where i.child_id = ${childId} and m.state = 'planned'
  union all
  select 'share' from sharing where child_id = ${childId} and is_lasting and ended_on is null
  union all
  select 'joint form' from draft where child_id = ${childId} and rater = 'barnteam'`;

it("nothing is open without cover, however gates and withdrawals meet, and none waits for ever", async () => {
  const arranged: Arranged[] = [];
  for (let child = 0; child < CHILDREN; child += 1) arranged.push(await arrange());
  const codes = new Set<string>();
  let opened = 0;
  const attempts = arranged.flatMap((one) => {
    const { childId, guardian } = one;
    const withdrawal = () =>
      guardian.as.family.withdrawConsent({ childId, step, consentId: crypto.randomUUID() });
    const [first, ...rest] = openAll(one);
    return [first, withdrawal(), ...rest].map(async (attempt) => {
      await attempt?.then(
        () => {
          opened += 1;
        },
        (error: unknown) => codes.add(String(findKnown(error)?.code ?? error)),
      );
    });
  });
  await Promise.all(attempts);
  for (const { childId } of arranged) expect([...(await openOf(childId))]).toEqual([]);
  // A meeting that has been called off already is not there to be placed on.
  const expected = new Set(["consent_missing", "not_found", "conflict"]);
  expect([...codes].filter((code) => !expected.has(code))).toEqual([]);
  expect(opened).toBeGreaterThanOrEqual(CHILDREN);
});

it("a gate that has been passed and not yet committed is waited for", async () => {
  const { childId, teamId, guardian } = await arrange();
  const isInside = Promise.withResolvers<void>();
  const mayCommit = Promise.withResolvers<void>();
  const actor = { type: "person", kommunCode: kommun.kommunCode, personId: coordinator.id } as const;
  const placing = database.app.transaction(actor, async ({ sql }) => {
    await sql`
      insert into meeting (kommun_code, id, team_id, held_on)
      values (${kommun.kommunCode}, ${crypto.randomUUID()}, ${teamId}, ${addDays(today, 3)})`;
    await sql`
      insert into sharing (kommun_code, id, child_id, shared_on, way, areas, fields, from_person_id, to_person_ids,
                           to_unit_ids, ground, ground_step, is_lasting, recorded_by)
      values (${kommun.kommunCode}, ${crypto.randomUUID()}, ${childId}, ${today}, 'individual_team', ${["omsorg"]}, '{}',
              ${coordinator.id}, ${[member.id]}, '{}', 'consent', ${step}, true, ${coordinator.id})`;
    isInside.resolve();
    await mayCommit.promise;
  });
  await isInside.promise;
  let isAnswered = false;
  const withdrawal = guardian.as.family
    .withdrawConsent({ childId, step, consentId: crypto.randomUUID() })
    .then(() => {
      isAnswered = true;
    });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(isAnswered).toBe(false);
  mayCommit.resolve();
  await Promise.all([placing, withdrawal]);
  expect([...(await openOf(childId))]).toEqual([]);
});
