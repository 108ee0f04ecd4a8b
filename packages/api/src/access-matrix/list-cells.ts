import { PERSON_ROLES } from "@kompassen/domain/people";
import { EXPECTED_ACCESS } from "./expected-access.ts";
import { type Cell, CONSENTS, PROTECTIONS, RELATIONS, type Relation } from "./relations.ts";
import type { Rule } from "./rule.ts";

const ROLES = [null, ...PERSON_ROLES];

/**
 * Every procedure as every relation under every consent and protection, the roles taking turns; and every procedure
 * in every role beside relations of each kind. What concerns no child has neither consent nor protection.
 */
export function listCells(): Cell[] {
  return Object.entries(EXPECTED_ACCESS).flatMap(([procedure, rule]) => [
    ...(concernsAChild(rule) ? [...cellsOfChild(procedure), ...cellsOfClosed(procedure)] : []),
    ...cellsOfRoles(procedure),
  ]);
}

function concernsAChild({ seats, shows, opensToStrangers, isOfFamily }: Rule): boolean {
  return isOfFamily || seats !== undefined || (shows ?? []).length > 0 || opensToStrangers === true;
}

function cellsOfChild(procedure: string): Cell[] {
  let turn = procedure.length;
  return RELATIONS.flatMap((relation) =>
    CONSENTS.flatMap((consent) =>
      PROTECTIONS.map((protection): Cell => {
        turn += 1;
        const role = ROLES[turn % ROLES.length] ?? null;
        return { procedure, role, relation, consent, protection };
      }),
    ),
  );
}

function cellsOfClosed(procedure: string): Cell[] {
  return RELATIONS.map((relation, turn): Cell => {
    const role = ROLES[(turn + procedure.length) % ROLES.length] ?? null;
    return { procedure, role, relation, consent: "given", protection: "ingen", isClosed: true };
  });
}

/** What a role could add to: nothing, what has ended, and a seat of each kind. */
const MEETING_ROLES: readonly Relation[] = [
  "none",
  "signed_out",
  "other_kommun",
  "responsible_for_another",
  "stodsamordnare_ended",
  "samtalsledare_now",
  "individuellt_barnteam",
  "emergency_running",
];

function cellsOfRoles(procedure: string): Cell[] {
  return MEETING_ROLES.flatMap((relation) =>
    ROLES.map((role): Cell => ({ procedure, role, relation, consent: "given", protection: "ingen" })),
  );
}

/** So many cells, by the seed alone. */
export function drawCells(count: number, random: () => number): Cell[] {
  const all = listCells();
  return Array.from({ length: count }, () => all[Math.floor(random() * all.length)] ?? []).flat();
}

const ENDS_WITH_THE_FOLLOW_UP: readonly Relation[] = [
  "stodsamordnare_now",
  "samtalsledare_now",
  "barnteam_meeting_near",
  "individuellt_barnteam",
];

/**
 * Every procedure as every relation once, and once in every role that may call, by the seed alone: whoever is let in
 * by mistake is among them, and whoever is locked out.
 */
export function sampleCells(random: () => number): Cell[] {
  const all = listCells();
  const pairs = Map.groupBy(
    all.filter(({ isClosed, relation }) => !isClosed || ENDS_WITH_THE_FOLLOW_UP.includes(relation)),
    ({ procedure, relation, isClosed }) => `${procedure} ${relation} ${isClosed}`,
  );
  const atHome = all.filter(({ relation }) => relation !== "signed_out" && relation !== "other_kommun");
  const allowed = atHome.filter(
    ({ procedure, role }) => role !== null && EXPECTED_ACCESS[procedure]?.roles?.includes(role),
  );
  const roles = Map.groupBy(allowed, ({ procedure, role }) => `${procedure} as ${role}`);
  return [...pairs.values(), ...roles.values()].flatMap(
    (same) => same[Math.floor(random() * same.length)] ?? [],
  );
}
