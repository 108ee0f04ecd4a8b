import type { StatisticsRelease } from "../statistics/index.ts";
import { jsonText } from "./json-text.ts";
import { NOT_SHOWN } from "./labels.ts";

/** How the release was made: what its parameters and rules were. */
export function paramsJson({ head }: StatisticsRelease): string {
  const { id, kommunCode, kommunName, periods, releasedOn, approvedBy } = head;
  const { ruleSet, codeVersion, sha256, parameters } = head;
  return jsonText({
    release: id,
    kommunCode,
    kommunName,
    periods,
    releasedOn,
    approvedBy,
    ruleSet,
    codeVersion,
    sha256,
    parameters,
  });
}

/** The open part of the audit. What rests on hidden numbers is sealed and is in no file. */
export function auditJson({ head }: StatisticsRelease): string {
  return jsonText({
    release: head.id,
    result: "granskad utan röjanden",
    cells: head.cellCount,
    notShown: head.hiddenCount,
    notShownMeans: NOT_SHOWN.sv,
    withheld: head.withheld,
  });
}
