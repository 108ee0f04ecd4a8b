import { createHash } from "node:crypto";
import { addDays } from "@kompassen/domain/shared";
import { type ArrangedChild, rowOf } from "./arranged-child.ts";
import { CELL_ROW_ID, DRAFT } from "./cell-row-ids.ts";
import { type Asked, kommunOf, unitOf } from "./inputs.ts";
import type { ArrangedRows } from "./rolled-back-database.ts";

const HOUR = 3_600_000;

const handOver = (
  { set }: Asked,
  of: {
    readonly child: ArrangedChild;
    readonly fromPersonId: string | null;
    readonly toPersonId: string;
  },
): ArrangedRows => ({
  hand_over: [
    {
      kommun_code: set.kommunCode,
      id: of.child.handOverId,
      child_id: of.child.id,
      from_person_id: of.fromPersonId,
      to_person_id: of.toPersonId,
      asked_by: set.colleagueId,
      asked_at: new Date().toISOString(),
      shares_history: false,
      state: "pending",
      version: 1,
    },
  ],
});

const anotherTo = (asked: Asked, toPersonId: string) =>
  handOver(asked, { child: asked.set.another, fromPersonId: null, toPersonId });

/** @param hours from now until it closes, an hour after it was opened */
const emergency = (asked: Asked, personId: string, hours: number, now = Date.now()): ArrangedRows => ({
  emergency_access: [
    {
      kommun_code: asked.set.kommunCode,
      id: CELL_ROW_ID,
      child_id: asked.child.id,
      person_id: personId,
      reason: "akut_fara",
      reason_text: "Barnet är ensamt på stationen",
      opened_at: new Date(now + (hours - 1) * HOUR).toISOString(),
      closes_at: new Date(now + hours * HOUR).toISOString(),
      review_due_on: addDays(asked.today, 6),
    },
  ],
});

const reviewItem = ({ set, child, today }: Asked, actorId: string): ArrangedRows => {
  const [actor, ofChild] = [salted(actorId), salted(child.id)];
  const base = { kommun_code: set.kommunCode };
  const item = {
    ...base,
    id: CELL_ROW_ID,
    day: addDays(today, -1),
    part: 1,
    actor: actor.alias,
    child_alias: ofChild.alias,
    reasons: ["random"],
    since: new Date().toISOString(),
    until: new Date().toISOString(),
    looks: 1,
    due_on: addDays(today, 6),
    rules_version: "matrix",
    version: 1,
  };
  return {
    audit_actor: [{ ...base, actor_id: actorId, ...actor }],
    audit_child: [{ ...base, child_id: child.id, ...ofChild }],
    log_review_item: [item],
  };
};

const releaseDraft = ({ set, today }: Asked, requestedBy: string): ArrangedRows => ({
  "sealed.release_draft": [
    {
      kommun_code: set.kommunCode,
      id: CELL_ROW_ID,
      state: "draft",
      periods: DRAFT.head.periods,
      requested_by: requestedBy,
      requested_at: `${addDays(today, -1)}T09:00:00Z`,
      release_id: DRAFT.head.id,
      document: DRAFT.document,
      sha256: DRAFT.sha256,
    },
  ],
});

const purgeRun = ({ set, child, today }: Asked, proposedBy: string): ArrangedRows => ({
  purge_run: [
    {
      kommun_code: set.kommunCode,
      id: CELL_ROW_ID,
      state: "proposed",
      as_of: today,
      proposed_by: proposedBy,
      proposed_at: new Date().toISOString(),
      children: 1,
      held: 0,
      planned_rows: {},
      purged_children: 0,
      kept_children: 0,
      purged_rows: {},
    },
  ],
  purge_candidate: [
    {
      kommun_code: set.kommunCode,
      run_id: CELL_ROW_ID,
      child_id: child.id,
      kept_through: addDays(today, -1),
      row_count: 1,
    },
  ],
});

const self = ({ set, cell }: Asked) => set.person(cell.relation);

const ROWS: Readonly<Record<string, (asked: Asked) => ArrangedRows>> = {
  "people.withdrawHandOver": (asked) =>
    handOver(asked, {
      child: asked.child,
      fromPersonId: asked.set.person("barnkontakt_now"),
      toPersonId: asked.set.colleagueId,
    }),
  "people.answerHandOver": (asked) => anotherTo(asked, self(asked)),
  "people.answerHandOver, asked of another": (asked) => anotherTo(asked, asked.set.colleagueId),
  "emergencyAccess.end": (asked) => emergency(asked, self(asked), 0.9),
  "emergencyAccess.end, of another": (asked) => emergency(asked, asked.set.colleagueId, 0.9),
  "emergencyAccess.review, one's own": (asked) => emergency(asked, self(asked), -1),
  "logReview.getItem": (asked) => reviewItem(asked, asked.set.colleagueId),
  "logReview.decideItem": (asked) => reviewItem(asked, asked.set.colleagueId),
  "logReview.decideItem, one's own": (asked) => reviewItem(asked, self(asked)),
  "release.getDraft": (asked) => releaseDraft(asked, asked.set.colleagueId),
  "release.approveDraft": (asked) => releaseDraft(asked, asked.set.colleagueId),
  "release.approveDraft, one's own": (asked) => releaseDraft(asked, self(asked)),
  "release.withdrawDraft": (asked) => releaseDraft(asked, asked.set.colleagueId),
  "retention.proposePurge": (asked) => ({
    child: [
      {
        kommun_code: kommunOf(asked),
        id: CELL_ROW_ID,
        case_number: "MATRIX-LONGPAST",
        given_name: "Ny",
        family_name: "Ny",
        protected_identity: "ingen",
        unit_id: unitOf(asked),
        registered_on: "2001-01-01",
        closed_on: "2002-01-01",
        closing_reason: "flytt",
        version: 1,
      },
    ],
  }),
  "retention.decidePurge": (asked) => purgeRun(asked, asked.set.colleagueId),
  "retention.decidePurge, one's own": (asked) => purgeRun(asked, self(asked)),
  "retention.liftHold": ({ set, child, today }) => ({
    legal_hold: [
      {
        kommun_code: set.kommunCode,
        id: rowOf(child, 160),
        child_id: child.id,
        reason: "Begäran om utlämnande",
        review_on: addDays(today, 90),
        set_by: set.colleagueId,
        set_at: new Date().toISOString(),
      },
    ],
  }),
};

/** What the database holds beside the arranged children while the cell is asked. */
export function rowsFor(row: string, asked: Asked): ArrangedRows | null {
  return ROWS[row]?.(asked) ?? null;
}

/** As the log names somebody: `kompass.log_alias`. */
function salted(id: string) {
  const salt = createHash("sha256").update("matrix").digest();
  const digest = createHash("sha256")
    .update(salt)
    .update(Buffer.from(id.replaceAll("-", ""), "hex"))
    .digest("hex");
  const [, a, b, c, d, e] = /^(.{8})(.{4})(.{4})(.{4})(.{12})/.exec(digest) ?? [];
  return { salt: `\\x${salt.toString("hex")}`, alias: `${a}-${b}-${c}-${d}-${e}` };
}
