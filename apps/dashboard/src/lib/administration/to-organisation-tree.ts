import type { Omrade, Organisation, Unit } from "@kompassen/api/administration";
import type { LocalDate } from "@kompassen/domain/shared";

/** An area with its places; absent for those that stand in none. */
type OrganisationBranch = { readonly omrade: Omrade | null; readonly units: readonly Unit[] };

export type OrganisationTree = {
  readonly branches: readonly OrganisationBranch[];
  readonly closed: readonly Unit[];
};

/** The kommun as a tree: areas that run with their open places, places without an area last, closed places apart. */
export function toOrganisationTree({ omraden, units }: Organisation, today: LocalDate): OrganisationTree {
  const isOpen = ({ validTo }: { readonly validTo: LocalDate | null }) =>
    validTo === null || validTo >= today;
  const open = units.filter(isOpen);
  const running = omraden.filter(
    (omrade) => isOpen(omrade) || open.some(({ omradeId }) => omradeId === omrade.id),
  );
  const branches = running.map((omrade) => ({
    omrade,
    units: open.filter(({ omradeId }) => omradeId === omrade.id),
  }));
  const loose = open.filter(({ omradeId }) => omradeId === null);
  return {
    branches: loose.length > 0 ? [...branches, { omrade: null, units: loose }] : branches,
    closed: units.filter((unit) => !isOpen(unit)),
  };
}
