import { indexEquivalences } from "@kompassen/domain/follow-up";
import { auditChildren, auditJob } from "../audit/index.ts";
import { drawCaseNumbers } from "./case-numbers.ts";
import { compareChanged } from "./compare-changed.ts";
import { loadDirectory } from "./directory.ts";
import { newPairs, sameKeyPairs, toEquivalence, toPairs } from "./file-equivalences.ts";
import type { ImportContext, ImportRequest } from "./import-request.ts";
import { type ImportResult, refuse } from "./import-result.ts";
import { insertAnswers, insertFamilies } from "./insert-staged.ts";
import { idMaker } from "./new-id.ts";
import { placesOfNew } from "./place-new.ts";
import { planFiles } from "./plan-files.ts";
import type { ImportPlan } from "./plan-import.ts";
import { readFiles } from "./read-files.ts";
import { assessmentText, stageAnswers, stageFamilies } from "./stage-rows.ts";
import { loadEquivalences, loadVersions } from "./stored-versions.ts";
import { summarize } from "./summarize.ts";
import { writeSignals } from "./write-signals.ts";
import { writeEquivalences, writeVersions } from "./write-versions.ts";

/**
 * One import, whole or not at all: read the files, compare them with what is there, write what is new, raise
 * what the latest rounds raise. `preview` does the same up to the writing.
 */
export async function runImport(
  context: ImportContext,
  request: ImportRequest,
  mode: "preview" | "commit",
): Promise<ImportResult> {
  const { now, onProgress } = context;
  if (mode === "commit") await waitForTurn(context);
  const [directory, storedVersions, storedPairs] = await Promise.all([
    loadDirectory(context),
    loadVersions(context),
    loadEquivalences(context),
  ]);
  const files = await readFiles(context, request, directory, storedVersions);
  if (files.faults.length > 0) return refuse(files.faults);

  const newId = idMaker(now);
  const { plan, rounds } = await planFiles(context, request, directory, files, newId);
  if (plan.faults.length > 0) return refuse(plan.faults);
  const pairs = newPairs(
    [...toPairs(files.equivalences, files.versions), ...sameKeyPairs(files.added, files.versions)],
    storedPairs,
  );
  const summary = summarize(files, plan, pairs);
  await audit(context, plan, mode);
  if (mode === "preview" || !summary.isChange) return { kind: "accepted", summary };

  onProgress({ phase: "writing", rows: files.history.rows });
  await writeVersions(context, files.added);
  await writeEquivalences(context, pairs);
  const placeNew = placesOfNew(plan.rows.children, directory);
  const caseNumbers = await drawCaseNumbers(context, plan.rows.children, newId);
  await stageFamilies(context, plan.rows, caseNumbers, newId, placeNew);
  // From here the server inserts while this process packs the answers and compares.
  const written = Promise.all([insertFamilies(context, plan.rows), assessmentText(plan.rows)]).then(
    async ([, assessments]) => {
      await stageAnswers(context, plan.rows, assessments);
      await insertAnswers(context);
    },
  );
  const known = {
    children: plan.knownChildren,
    layouts: new Map(files.versions.map(({ number, layout }) => [number, layout])),
    equivalences: indexEquivalences([...storedPairs, ...pairs].map(toEquivalence)),
  };
  const compared = compareChanged(plan.rows, rounds, known, (children) =>
    onProgress({ phase: "comparing", rows: children }),
  );
  const [signals] = await Promise.all([compared, written]);
  await writeSignals(context, signals, newId, placeNew);
  return {
    kind: "accepted",
    summary: { ...summary, signals: signals.raised.length + signals.raisedAgain.length },
  };
}

/** Two imports into one kommun take turns, so that the second sees what the first has added. */
async function waitForTurn({ tx }: ImportContext): Promise<void> {
  await tx.sql`select pg_advisory_xact_lock(hashtext('kompassen.import'), hashtext(kompass.kommun()))`;
}

const FIELDS = [
  "child",
  "child_relation",
  "placement",
  "guardian",
  "compass",
  "assessment",
  "area_thought",
  "signal",
  "process_step",
];

/** One row that lists the children: in the importer's own chain, or that of the job. */
async function audit(
  { tx, importer }: ImportContext,
  { rows, knownChildren }: ImportPlan,
  mode: "preview" | "commit",
): Promise<void> {
  const childIds = [
    ...knownChildren.map(({ id }) => id),
    ...(mode === "commit" ? rows.children.map(({ id }) => id) : []),
  ];
  const entry = { verb: `import.${mode}`, purpose: "import", fields: FIELDS } as const;
  if (importer.kind === "person") return auditChildren(tx, childIds, entry);
  await auditJob(tx, "import", childIds, entry);
}
