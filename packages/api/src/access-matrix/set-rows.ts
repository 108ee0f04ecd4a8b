import { addDays, type LocalDate } from "@kompassen/domain/shared";
import type { ArrangedChild, ArrangedSet } from "./arranged-child.ts";
import { RELATIONS, type Relation } from "./relations.ts";

/** Rows to insert, by table, in the order in which they go in. */
export type TableRows = Map<string, Record<string, unknown>[]>;

export function addRow(rows: TableRows, table: string, row: Record<string, unknown>): void {
  const list = rows.get(table) ?? [];
  list.push(row);
  rows.set(table, list);
}

/** A standing team for each way that its meetings lie in time. */
const TEAMS: readonly { relation: Relation; days: number; state: string }[] = [
  { relation: "barnteam_meeting_near", days: 7, state: "planned" },
  { relation: "barnteam_meeting_held", days: -3, state: "held" },
  { relation: "barnteam_meeting_far_ahead", days: 60, state: "planned" },
  { relation: "barnteam_meeting_long_past", days: -40, state: "planned" },
];

const teamRowId = (set: number, place: number, kind: string) =>
  `bbbb${set.toString(16).padStart(2, "0")}0${place}-0000-7000-8000-00000000000${kind}`;

/** The standing team of the set whose meeting is near. */
export const nearTeamId = (set: number) => teamRowId(set, 0, "1");

/** The people of one role, and the standing teams that have all its children on an agenda. */
export function setRows(
  rows: TableRows,
  set: ArrangedSet,
  about: {
    readonly index: number;
    readonly children: readonly ArrangedChild[];
    readonly today: LocalDate;
  },
): void {
  const { index, children, today } = about;
  for (const relation of RELATIONS) {
    const isOther = relation === "other_kommun";
    const kommun_code = isOther ? set.otherKommunCode : set.kommunCode;
    const person_id = set.person(relation);
    addRow(rows, "person", {
      kommun_code,
      id: person_id,
      login_key: `matrix:${person_id}`,
      given_name: "Solumi",
      family_name: "Granverle",
      title: "Kurator",
      unit_id: isOther ? set.otherUnitId : set.unitId,
      version: 1,
    });
    if (relation === "guardian_account")
      addRow(rows, "guardian_account", {
        kommun_code,
        id: person_id,
        issuer: "matrix",
        subject: person_id,
        version: 1,
      });
    if (set.role !== null)
      addRow(rows, "person_role", { kommun_code, person_id, role: set.role, valid_from: "2020-01-01" });
  }
  TEAMS.forEach(({ relation, days, state }, place) => {
    const base = { kommun_code: set.kommunCode };
    const id = (kind: string) => teamRowId(index, place, kind);
    addRow(rows, "team", { ...base, id: id("1"), kind: "barnteam", name: "Barnteam", version: 1 });
    const member = {
      ...base,
      team_id: id("1"),
      part: "Kurator",
      valid_from: "2020-01-01",
      is_convenor: false,
    };
    addRow(rows, "team_member", { ...member, person_id: set.person(relation) });
    if (relation === "barnteam_meeting_near")
      addRow(rows, "team_member", {
        ...member,
        person_id: set.person("barnteam_seat_ended"),
        valid_to: addDays(today, -1),
      });
    addRow(rows, "meeting", {
      ...base,
      id: id("2"),
      team_id: id("1"),
      held_on: addDays(today, days),
      state,
      version: 1,
    });
    for (const child of children)
      addRow(rows, "agenda_item", {
        ...base,
        meeting_id: id("2"),
        child_id: child.id,
        kind: "new_child",
        added_by: set.person("none"),
      });
  });
}
