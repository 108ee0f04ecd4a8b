import type { FileFault } from "@kompassen/domain/shared";
import { type LocalDate, shownValue } from "@kompassen/domain/shared";
import type { ChildCard, ChildrenFile } from "./children-file.ts";
import { type FileChild, type FileHistory, firstRowOf } from "./file-history.ts";
import type { Importer } from "./import-request.ts";
import type { Count, ImportFault } from "./import-result.ts";
import { sourceKeyFor } from "./match-children.ts";
import { type ChildPlan, type KnownChild, planChild } from "./plan-child.ts";
import { noRows, type PlannedRows } from "./planned-rows.ts";
import { NO_ROUNDS, type StoredChild, type StoredRounds } from "./stored-children.ts";

export interface Circumstances {
  readonly importer: Importer;
  readonly today: LocalDate;
  /** Null when there is no children file: then each child is bare. */
  readonly childrenFile: ChildrenFile | null;
  /** Who a child that the files say nothing of is; null when nobody has said. */
  readonly bareCard: ((fileKey: string) => Omit<ChildCard, "row">) | null;
  readonly stored: ReadonlyMap<string, StoredChild>;
  readonly ambiguous: ReadonlySet<string>;
  readonly rounds: StoredRounds;
  readonly newId: () => string;
}

export interface ImportPlan {
  readonly rows: PlannedRows;
  readonly faults: readonly ImportFault[];
  /** New bare children are met, and nobody has said where they belong. */
  readonly lacksPlace: boolean;
  readonly children: Count;
  readonly totals: ChildPlan;
  /** Children in the database that the import is about. */
  readonly knownChildren: readonly StoredChild[];
}

/** Decides what is added, what is there already and what cannot be; pure but for the ids it is given. */
export function planImport(history: FileHistory, circumstances: Circumstances): ImportPlan {
  const { importer, today, childrenFile, bareCard, stored, ambiguous, newId } = circumstances;
  const rows = noRows();
  const faults: ImportFault[] = [];
  const totals = noTotals();
  const roundsOf = byChild(circumstances.rounds);
  const knownChildren: StoredChild[] = [];
  let lacksPlace = false;

  for (const child of allChildren(history, childrenFile)) {
    const card = childrenFile?.cards.get(child.key) ?? bareCard?.(child.key) ?? null;
    const found = stored.get(child.key);
    const refusal = refusalOf(found, card, ambiguous.has(child.key));
    if (refusal !== null) {
      faults.push(placeOf(child, childrenFile, refusal));
      continue;
    }
    const historyFaults: FileFault[] = [];
    if (found !== undefined) {
      knownChildren.push(found);
      add(totals, planChild(child, { id: found.id, ...roundsOf(found.id) }, rows, historyFaults, newId));
    } else if (card === null) {
      lacksPlace = true;
    } else {
      const id = newId();
      rows.children.push({
        id,
        sourceKey: sourceKeyFor(importer, child.key),
        givenName: card.givenName,
        familyName: card.familyName,
        birthDate: card.birthDate,
        protectedIdentity: card.protectedIdentity,
        unitId: card.unitId,
        responsible: card.responsible,
        placedFrom: firstDay(child, today),
      });
      add(totals, planChild(child, { id, ...NO_ROUNDS }, rows, historyFaults, newId));
    }
    faults.push(...historyFaults.map((fault) => ({ file: "history", fault }) as const));
  }
  const children = { new: rows.children.length, known: knownChildren.length };
  return { rows, faults, lacksPlace, children, totals, knownChildren };
}

/** Children of the children file that have no compass are registered too. */
function allChildren({ children }: FileHistory, childrenFile: ChildrenFile | null): FileChild[] {
  if (childrenFile === null) return [...children];
  const withCompass = new Set(children.map(({ key }) => key));
  const without = [...childrenFile.cards.keys()].filter((key) => !withCompass.has(key));
  return [...children, ...without.map((key) => ({ key, assessments: [], thoughts: new Map() }))];
}

function refusalOf(
  found: StoredChild | undefined,
  card: Omit<ChildCard, "row"> | null,
  isAmbiguous: boolean,
): "stored_child" | "no_open_form" | null {
  if (isAmbiguous) return "stored_child";
  if (found === undefined) return null;
  if (card !== null && !isSameChild(found, card)) return "stored_child";
  return found.hasOpenForm ? "no_open_form" : null;
}

/**
 * Two files may use one id for two children. The birth date decides when both know it; else the child must be, or
 * have been, at the unit that the file says.
 */
function isSameChild(stored: StoredChild, card: Omit<ChildCard, "row">): boolean {
  if (stored.birthDate !== null && card.birthDate !== null) return stored.birthDate === card.birthDate;
  return stored.unitIds.includes(card.unitId);
}

function placeOf(
  child: FileChild,
  childrenFile: ChildrenFile | null,
  code: "stored_child" | "no_open_form",
): ImportFault {
  const inChildren = childrenFile?.rowOf.get(child.key);
  const row = inChildren ?? firstRowOf(child);
  const fault = { row, column: "child_id", value: shownValue(child.key), expected: { code } };
  return { file: inChildren === undefined ? "history" : "children", fault };
}

function firstDay({ assessments }: FileChild, today: LocalDate): LocalDate {
  return assessments.reduce((first, { assessedOn }) => (assessedOn < first ? assessedOn : first), today);
}

function byChild(rounds: StoredRounds): (childId: string) => Omit<KnownChild, "id"> {
  const compasses = Map.groupBy(rounds.compasses, ({ childId }) => childId);
  const assessments = Map.groupBy(rounds.assessments, ({ childId }) => childId);
  const thoughts = Map.groupBy(rounds.thoughts, ({ childId }) => childId);
  const guardians = Map.groupBy(rounds.guardians, ({ childId }) => childId);
  const signals = Map.groupBy(rounds.signals, ({ childId }) => childId);
  return (childId) => ({
    compasses: compasses.get(childId) ?? [],
    assessments: assessments.get(childId) ?? [],
    thoughts: thoughts.get(childId) ?? [],
    guardians: guardians.get(childId) ?? [],
    signals: signals.get(childId) ?? [],
  });
}

function noTotals(): ChildPlan {
  return {
    compasses: { new: 0, known: 0 },
    assessments: { new: 0, known: 0 },
    thoughts: { new: 0, known: 0 },
    thoughtsKept: 0,
  };
}

function add(totals: ChildPlan, plan: ChildPlan): void {
  for (const part of ["compasses", "assessments", "thoughts"] as const) {
    totals[part].new += plan[part].new;
    totals[part].known += plan[part].known;
  }
  totals.thoughtsKept += plan.thoughtsKept;
}
