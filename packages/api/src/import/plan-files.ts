import type { Directory } from "./directory.ts";
import type { ImportContext, ImportRequest } from "./import-request.ts";
import type { ImportFault } from "./import-result.ts";
import { byFileKey, jobKeys } from "./match-children.ts";
import { type Circumstances, type ImportPlan, planImport } from "./plan-import.ts";
import type { ReadFiles } from "./read-files.ts";
import { findStoredChildren, loadStoredRounds, NO_ROUNDS, type StoredRounds } from "./stored-children.ts";

/** Finds what the database holds of the files' children, and plans what is to be added. */
export async function planFiles(
  context: ImportContext,
  request: ImportRequest,
  directory: Directory,
  files: ReadFiles,
  newId: () => string,
): Promise<{ readonly plan: ImportPlan; readonly rounds: StoredRounds }> {
  const { importer, today } = context;
  const { history, childrenFile } = files;
  const bareCard = childrenFile === null ? bareCardOf(request, directory) : null;
  const keys = new Set([...history.children.map(({ key }) => key), ...(childrenFile?.cards.keys() ?? [])]);

  const responsibleOf = (key: string) =>
    (childrenFile?.cards.get(key) ?? bareCard?.(key))?.responsible.personId ?? null;
  const sourceKeys =
    importer.kind === "job" ? [...keys].flatMap((key) => jobKeys(key, responsibleOf(key))) : null;
  const matches = byFileKey(await findStoredChildren(context, sourceKeys), importer);
  const stored = new Map([...matches.children].filter(([key]) => keys.has(key)));
  const storedIds = [...stored.values()].map(({ id }) => id);
  const rounds = storedIds.length === 0 ? NO_ROUNDS : await loadStoredRounds(context, storedIds);

  const { ambiguous } = matches;
  const plan = planImport(history, {
    importer,
    today,
    childrenFile,
    bareCard,
    stored,
    ambiguous,
    rounds,
    newId,
  });
  return {
    plan: plan.lacksPlace ? { ...plan, faults: [...lacking(request), ...plan.faults] } : plan,
    rounds,
  };
}

/** A child that the files say nothing of but an id: that is the name until somebody writes another. */
function bareCardOf(
  { unitCode, responsible }: ImportRequest,
  directory: Directory,
): Circumstances["bareCard"] {
  const unitId = directory.units.get(unitCode ?? "");
  const person = directory.responsibles.get(responsible ?? "");
  if (unitId === undefined || person === undefined) return null;
  return (key) => ({
    givenName: key,
    familyName: "",
    birthDate: null,
    protectedIdentity: "ingen",
    unitId,
    responsible: person,
  });
}

function lacking({ unitCode, responsible }: ImportRequest): ImportFault[] {
  const faults: ImportFault[] = [];
  if (unitCode === null)
    faults.push({ file: "options", option: "unit", value: "", expected: { code: "known_unit" } });
  if (responsible === null) {
    const expected = { code: "known_responsible" } as const;
    faults.push({ file: "options", option: "responsible", value: "", expected });
  }
  return faults;
}
