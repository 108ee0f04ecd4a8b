import type { ActorTransaction } from "@kompassen/db";
import type { ExportFormat } from "@kompassen/domain/export";
import { auditJob } from "../audit/index.ts";
import { readReleaseWithin } from "../statistics/index.ts";
import { type ExportFile, writeFile } from "./write-file.ts";

/** A file of a release for a job, with a row in the log of jobs; null when there is no such release. */
export async function exportAsJob(
  tx: ActorTransaction,
  { releaseId, format }: { readonly releaseId: string; readonly format: ExportFormat },
): Promise<ExportFile | null> {
  const release = await readReleaseWithin(tx, releaseId);
  if (release === null) return null;
  await auditJob(tx, "release-export", [], {
    verb: "export.getFile",
    purpose: "statistik",
    fields: [releaseId, format],
  });
  return writeFile(release, format);
}
