import type { EquivalencePair } from "./file-equivalences.ts";
import type { ImportSummary } from "./import-result.ts";
import type { ImportPlan } from "./plan-import.ts";
import type { ReadFiles } from "./read-files.ts";

/** What the import comes to, before anything is raised. */
export function summarize(
  { history, added }: ReadFiles,
  { children, totals }: ImportPlan,
  pairs: readonly EquivalencePair[],
): ImportSummary {
  const { compasses, assessments, thoughts, thoughtsKept } = totals;
  const hasNew = [children, compasses, assessments, thoughts].some((count) => count.new > 0);
  return {
    rows: history.rows,
    children,
    compasses,
    assessments,
    thoughts,
    thoughtsKept,
    versions: added.map(({ form, origin }) => ({
      instrument: form.id,
      version: form.version,
      origin,
      statements: form.statements.length,
    })),
    equivalences: pairs.length,
    signals: 0,
    isChange: hasNew || added.length > 0 || pairs.length > 0,
  };
}
