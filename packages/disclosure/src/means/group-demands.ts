import { at } from "../at.ts";
import type { Demand } from "../demand.ts";
import { roomForEachChild } from "../individual-bound.ts";
import { insiderKnowledge, unitsOfAtoms } from "../insiders.ts";
import type { Lattice } from "../lattice.ts";
import type { Group } from "./groups.ts";
import { type GroupScores, groupScores, type Scores } from "./scores.ts";

/** A little more per child than asked for, so that what the solver rounds away is not missing. */
const MARGIN = 0.0005;

/**
 * How far a group's sum of scores must be able to rise and fall. A group below the minimum: so far that its
 * mean may lie anywhere in a range of the uncertainty asked for. The range is laid around the true mean in
 * proportion to the room on either side, so that it fits in the scale wherever the mean is. A larger group:
 * so far that no mean a reader works out tells of one of its children (P4).
 */
function neededRoom(group: GroupScores, lattice: Lattice): { readonly rise: number; readonly fall: number } {
  const { n, sum, range } = group;
  const { scale, mean_uncertainty, mean_minimum } = lattice.parameters;
  const above = n * scale.high - sum;
  const below = sum - n * scale.low;
  const padded = (needed: number, room: number) => (needed > 0 ? Math.min(room, needed + MARGIN * n) : 0);
  if (n < mean_minimum) {
    const share = mean_uncertainty / (scale.high - scale.low);
    return { rise: padded(share * above, above), fall: padded(share * below, below) };
  }
  if (range === null) return { rise: 0, fall: 0 };
  const { rise, fall } = roomForEachChild({ n, sum, ...range }, scale);
  return { rise: padded(rise, above), fall: padded(fall, below) };
}

/** What must stay possible for each of these groups, for every reader who is not one of its own staff. */
export function demandsOfGroups(lattice: Lattice, scores: Scores, groups: readonly Group[]): Demand[] {
  const { insiders } = lattice.parameters;
  const unitOf = unitsOfAtoms(lattice);
  const units = [...new Set(unitOf.flatMap((unit) => unit ?? []))];
  return groups.flatMap((atoms) => {
    const { rise, fall } = neededRoom(groupScores(scores, atoms), lattice);
    if (rise === 0 && fall === 0) return [];
    const inside = new Set(atoms.flatMap((atom) => at(unitOf, atom) ?? []));
    const outside = units.filter((unit) => !inside.has(unit));
    const knowledge = insiderKnowledge(outside, insiders === null ? 0 : insiders.count);
    const demands = [
      { atoms, change: rise, knowledge },
      { atoms, change: -fall, knowledge },
    ];
    return demands.filter((demand) => demand.change !== 0);
  });
}
