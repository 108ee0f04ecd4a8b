import { addDays } from "@kompassen/domain/shared";
import type { KommunRows } from "../../factories/index.ts";
import { instantOn, type KommunContext } from "./kommun-context.ts";

/** The kommun, its places, and who works there as what. */
export function addOrganisation(rows: KommunRows, context: KommunContext): void {
  const { plan, today, begunOn } = context;
  const kommunCode = plan.code;
  rows.kommun.push({ code: kommunCode, name: plan.name });
  for (const { key, name } of plan.omraden) {
    rows.omrade.push({ kommunCode, id: context.omradeId(key), name });
  }
  for (const { code, name, kind, omrade } of plan.units) {
    rows.unit.push({
      kommunCode,
      id: context.unitId(code),
      code,
      name,
      kind,
      omradeId: context.omradeId(omrade),
    });
  }
  for (const { loginKey, givenName, familyName, title, unit, roles, barnkontaktAt } of plan.staff) {
    const id = context.personId(loginKey);
    const leftOn = barnkontaktAt?.toDaysAgo === undefined ? null : addDays(today, -barnkontaktAt.toDaysAgo);
    rows.person.push({
      kommunCode,
      id,
      loginKey,
      givenName,
      familyName,
      title,
      unitId: context.unitId(unit),
      disabledAt: leftOn === null ? null : instantOn(leftOn, 15),
    });
    for (const role of roles) {
      rows.personRole.push({ kommunCode, personId: id, role, validFrom: begunOn, validTo: leftOn });
    }
  }
  const officer = plan.staff.find(({ roles }) => roles.includes("dataskyddsombud"));
  if (officer === undefined) return;
  // Some of the ended support is past its last day, so that there is something to decide about.
  rows.retentionPolicy.push({
    kommunCode,
    authority: "skola",
    validFrom: begunOn,
    keepMonths: 16,
    legalGround: "Dokumenthanteringsplan för förskola och skola, påhittad",
    setBy: context.personId(officer.loginKey),
    setAt: instantOn(begunOn, 9),
  });
}
