import type { ActorTransaction } from "@kompassen/db";
import type { FileFault } from "@kompassen/domain/shared";

/** What became of a file: all of it is in, or nothing with every fault sorted by row. */
export type FileImportResult =
  | {
      readonly kind: "accepted";
      /** Rows of the file, the header not counted. */
      readonly rows: number;
      readonly added: number;
      /** Rows whose numbers took the place of what was there. */
      readonly replaced: number;
    }
  | { readonly kind: "refused"; readonly faults: readonly FileFault[] };

export function refuse(faults: readonly FileFault[]): FileImportResult {
  return { kind: "refused", faults: faults.toSorted((a, b) => a.row - b.row) };
}

/** Two files into one kommun take turns, so that the second sees what the first has added. */
export async function waitForTurn({ sql }: ActorTransaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('kompassen.import'), hashtext(kompass.kommun()))`;
}
