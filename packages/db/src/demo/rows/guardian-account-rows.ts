import type { KommunRows } from "../../factories/index.ts";
import { MAIN_STODSAMORDNARE } from "../caseload/tell-caseload.ts";
import { rowId } from "../row-id.ts";
import type { ChildStory, GuardianStory } from "../story/child-story.ts";
import { guardianId } from "./child-rows.ts";
import type { KommunContext } from "./kommun-context.ts";

/** One account: the same guardian of one or more children. */
type Tie = readonly { readonly child: ChildStory; readonly guardian: GuardianStory }[];

/**
 * A few guardians with a login of their own, in the kommun whose caseload is told: both of one child, one of two
 * siblings, one of a child with protected identity.
 */
export function addGuardianAccounts(
  rows: KommunRows,
  children: readonly ChildStory[],
  { plan }: KommunContext,
): void {
  if (!plan.staff.some(({ loginKey }) => loginKey === MAIN_STODSAMORDNARE)) return;
  chooseTies(children.filter(({ closed }) => closed === null)).forEach((tie, index) => {
    const [first] = tie;
    if (first === undefined) return;
    const { kommunCode, registeredOn, key } = first.child;
    const subject = `demo:vardnadshavare-${index + 1}`;
    const accountId = rowId(registeredOn, key, "guardian account", first.guardian.ordinal);
    rows.guardianAccount.push({ kommunCode, id: accountId, issuer: "demo", subject });
    const ids = new Set(tie.map(({ child, guardian }) => guardianId(child, guardian.ordinal)));
    rows.guardian.forEach((row, at) => {
      if (ids.has(row.id)) rows.guardian[at] = { ...row, accountId };
    });
  });
}

function chooseTies(children: readonly ChildStory[]): Tie[] {
  const followed = children.find(({ guardians, stodsamordnare, protectedIdentity }) => {
    return (
      guardians.length === 2 &&
      stodsamordnare?.loginKey === MAIN_STODSAMORDNARE &&
      protectedIdentity === "ingen"
    );
  });
  const hidden = children.find(({ protectedIdentity }) => protectedIdentity !== "ingen");
  const [elder, younger] = findSiblings(children);
  return [
    ...(followed?.guardians.map((guardian) => [{ child: followed, guardian }]) ?? []),
    [elder, younger].flatMap((child) => tieFirst(child)),
    tieFirst(hidden),
  ];
}

function tieFirst(child: ChildStory | undefined): Tie {
  const guardian = child?.guardians[0];
  return child === undefined || guardian === undefined ? [] : [{ child, guardian }];
}

/** Siblings stand beside each other, with the same family name and the same guardians. */
function findSiblings(children: readonly ChildStory[]): readonly ChildStory[] {
  const familyOf = ({ familyName, guardians }: ChildStory) =>
    [familyName, ...guardians.map(({ name }) => name)].join(", ");
  const at = children.findIndex((child, index) => {
    const next = children[index + 1];
    const areOpen = child.protectedIdentity === "ingen" && next?.protectedIdentity === "ingen";
    return next !== undefined && areOpen && familyOf(next) === familyOf(child);
  });
  return at === -1 ? [] : children.slice(at, at + 2);
}
