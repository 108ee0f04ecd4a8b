import type { UnitKind } from "./unit-kind.ts";

/** A child is handed over when the one who was asked has accepted, not before. */
export const HAND_OVER_STATES = ["pending", "accepted", "declined", "withdrawn"] as const;

export type HandOverState = (typeof HAND_OVER_STATES)[number];

/** The chain of Barnkontakter: barnmorska, BVC-sköterska, rektor förskola, rektor grundskola (guide, Gemensamma roller). */
const CHAIN: readonly UnitKind[] = ["mvc", "bvc", "forskola", "grundskola"];

export interface PossibleSuccessor {
  readonly id: string;
  readonly unitId: string | null;
  readonly unitKind: UnitKind | null;
}

/** Why somebody is suggested: works where the child is, or comes next in the chain. */
export type SuccessorReason = "at_childs_unit" | "next_in_chain";

/**
 * Who might take over as Barnkontakt, the likeliest first: those at the place where the child is now, then those at
 * places of the next kind. Nobody of an earlier kind is suggested.
 * @param staff those who may be Barnkontakt
 * @param now the Barnkontakt of now, and the place of the child (hidden with protected identity: absent)
 */
export function suggestSuccessors(
  staff: readonly PossibleSuccessor[],
  now: { readonly personId: string; readonly unitKind: UnitKind | null; readonly childUnitId: string | null },
): readonly { readonly id: string; readonly reason: SuccessorReason }[] {
  const others = staff.filter(({ id }) => id !== now.personId);
  const atUnit = others.filter(({ unitId }) => unitId !== null && unitId === now.childUnitId);
  const next = nextKind(now.unitKind);
  const inChain = others.filter(
    (person) => next !== null && person.unitKind === next && !atUnit.includes(person),
  );
  return [
    ...atUnit.map(({ id }) => ({ id, reason: "at_childs_unit" as const })),
    ...inChain.map(({ id }) => ({ id, reason: "next_in_chain" as const })),
  ];
}

function nextKind(kind: UnitKind | null): UnitKind | null {
  const place = kind === null ? -1 : CHAIN.indexOf(kind);
  return place < 0 ? null : (CHAIN[place + 1] ?? null);
}
