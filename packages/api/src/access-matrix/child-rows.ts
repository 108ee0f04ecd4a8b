import { addDays, type LocalDate } from "@kompassen/domain/shared";
import type { About, Add } from "./about-child.ts";
import { type ArrangedChild, type ArrangedSet, rowOf } from "./arranged-child.ts";
import type { Relation } from "./relations.ts";
import { roundRows } from "./round-rows.ts";
import { addRow, type TableRows } from "./set-rows.ts";

/** One child with something in every table that a procedure reads or writes. */
export function childRows(rows: TableRows, set: ArrangedSet, child: ArrangedChild, about: About): void {
  const { today } = about;
  const base = { kommun_code: set.kommunCode };
  const of = { ...base, child_id: child.id };
  const day = (days: number) => addDays(today, days);
  const add = (table: string, row: Record<string, unknown>) => addRow(rows, table, row);
  add("child", {
    ...base,
    id: child.id,
    case_number: child.caseNumber,
    given_name: child.name,
    family_name: child.name,
    birth_date: "2016-03-01",
    protected_identity: about.protection,
    unit_id: set.unitId,
    registered_on: day(-400),
    next_follow_up_on: about.isClosed ? null : day(30),
    closed_on: about.isClosed ? day(-10) : null,
    closing_reason: about.isClosed ? "flytt" : null,
    version: 1,
  });
  add("placement", { ...of, id: rowOf(child, 100), unit_id: set.unitId, valid_from: day(-400) });
  add("guardian", {
    ...of,
    id: child.guardianId,
    ordinal: 1,
    name: `Vuxen ${child.marker}`,
    relation: "mamma",
    account_id: about.isAnother ? null : set.person("guardian_account"),
    version: 1,
  });
  add("guardian", {
    ...of,
    id: child.secondGuardianId,
    ordinal: 2,
    name: `Vuxen ${child.marker}`,
    relation: "pappa",
    version: 1,
  });
  add("guardian_candidate", {
    ...of,
    source_id: child.sourceId,
    name: `Vuxen ${child.marker}`,
    relation_source: "Vårdnadshavare",
    state: "waiting",
    is_gone: false,
    version: 1,
  });
  relationRows(add, set, child, about);
  shareRow(add, set, child, about);
  consentRows(add, set, child, about);
  roundRows(add, set, child, about);
  add("support", {
    ...of,
    id: child.supportId,
    area: "fritid",
    kind: "annat",
    description: child.marker,
    given_by: "Skolan",
    status: "pagaende",
    starts_on: day(-50),
    version: 1,
  });
  add("life_event", {
    ...of,
    id: child.eventId,
    happened_on: day(-60),
    description: child.marker,
    version: 1,
  });
  add("team", {
    ...of,
    id: child.teamId,
    kind: "individuellt_barnteam",
    name: `Individuellt barnteam ${child.marker}`,
    version: 1,
  });
  add("meeting", {
    ...base,
    id: child.meetingId,
    team_id: child.teamId,
    held_on: day(7),
    state: "planned",
    version: 1,
  });
  if (about.isAnother) return;
  const member = {
    ...base,
    team_id: child.teamId,
    part: "Kurator",
    valid_from: day(-90),
    is_convenor: false,
  };
  add("team_member", { ...member, person_id: set.person("individuellt_barnteam") });
  add("team_member", {
    ...member,
    person_id: set.person("individuellt_barnteam_ended"),
    valid_to: day(-1),
  });
  const opened = {
    ...of,
    reason: "akut_fara",
    reason_text: "Barnet är ensamt på stationen",
    review_due_on: day(6),
  };
  const minutes = (from: number) => new Date(Date.now() + from * 60_000).toISOString();
  add("emergency_access", {
    ...opened,
    id: child.emergencyId,
    person_id: set.person("emergency_running"),
    opened_at: minutes(-1),
    closes_at: minutes(58),
  });
  add("emergency_access", {
    ...opened,
    id: rowOf(child, 101),
    person_id: set.person("emergency_over"),
    opened_at: minutes(-120),
    closes_at: minutes(-61),
  });
}

function relationRows(add: Add, set: ArrangedSet, child: ArrangedChild, { today, isAnother }: About): void {
  const give = (id: string, relation: Relation, kind: string, from: number, to: number | null) =>
    add("child_relation", {
      kommun_code: set.kommunCode,
      child_id: child.id,
      id,
      person_id: set.person(relation),
      kind,
      valid_from: addDays(today, from),
      valid_to: to === null ? null : addDays(today, to),
      version: 1,
    });
  if (isAnother) {
    give(rowOf(child, 110), "responsible_for_another", "stodsamordnare", -30, null);
    return;
  }
  give(rowOf(child, 111), "barnkontakt_ended", "barnkontakt", -200, -31);
  give(rowOf(child, 112), "barnkontakt_now", "barnkontakt", -30, 0);
  give(rowOf(child, 113), "barnkontakt_future", "barnkontakt", 1, null);
  give(rowOf(child, 114), "stodsamordnare_ended", "stodsamordnare", -200, -31);
  give(rowOf(child, 115), "stodsamordnare_now", "stodsamordnare", -30, 0);
  give(rowOf(child, 116), "stodsamordnare_future", "stodsamordnare", 1, null);
  give(rowOf(child, 117), "samtalsledare_ended", "samtalsledare", -60, -1);
  give(child.talksId, "samtalsledare_now", "samtalsledare", -10, null);
  give(rowOf(child, 118), "samtalsledare_future", "samtalsledare", 1, null);
}

function consentRows(add: Add, set: ArrangedSet, child: ArrangedChild, { consent, today }: About): void {
  if (consent === "none") return;
  const steps = ["skriftligt_barnteam", "skriftligt_individuellt"];
  steps.forEach((step, place) => {
    const say = (row: number, state: string, days: number, validTo: LocalDate | null) => {
      const guardians = [child.guardianId, child.secondGuardianId];
      for (const [ordinal, guardianId] of guardians.entries())
        add("consent", {
          kommun_code: set.kommunCode,
          child_id: child.id,
          id: rowOf(child, row + place + 3 * ordinal),
          guardian_id: guardianId,
          step,
          state,
          decided_on: addDays(today, days),
          valid_to: validTo,
          paper_location: `Pärm ${child.marker}`,
          recorded_by: set.person("none"),
          recorded_at: new Date().toISOString(),
          way: "in_person",
          version: 1,
        });
    };
    say(120, "given", -60, consent === "expired" ? addDays(today, -1) : null);
    if (consent === "withdrawn") say(130, "withdrawn", -5, null);
  });
}

function shareRow(add: Add, set: ArrangedSet, child: ArrangedChild, { today }: About): void {
  add("sharing", {
    kommun_code: set.kommunCode,
    id: child.sharingId,
    child_id: child.id,
    shared_on: addDays(today, -3),
    way: "said",
    areas: ["fritid"],
    fields: [],
    from_person_id: set.colleagueId,
    from_unit_id: set.unitId,
    to_person_ids: [],
    to_unit_ids: [set.unitId],
    necessary: child.marker,
    relevant: child.marker,
    proportionate: child.marker,
    ground: "other",
    ground_text: child.marker,
    is_lasting: false,
    recorded_by: set.colleagueId,
    recorded_at: new Date().toISOString(),
  });
}
