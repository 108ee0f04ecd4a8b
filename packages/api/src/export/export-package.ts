import { packageFiles } from "@kompassen/domain/export";
import type { StatisticsRelease } from "@kompassen/domain/statistics";
import { measureText, zipFiles } from "./zip-files.ts";

/** The package for evaluators (product A): one zip, the same bytes every time. */
export function exportPackage(release: StatisticsRelease): Uint8Array {
  const files = packageFiles(release, measureText).map(({ path, text }) => ({
    path,
    bytes: Buffer.from(text, "utf8"),
  }));
  return zipFiles(files, release.head.releasedOn);
}
