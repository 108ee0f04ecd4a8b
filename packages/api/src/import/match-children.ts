import type { Importer } from "./import-request.ts";
import type { StoredChild } from "./stored-children.ts";

const OWNER_PREFIX = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\//;

/**
 * The key under which a child of a file is kept. A person's files have ids of their own, kept apart from those
 * of everybody else: otherwise the answer to an import would tell whether somebody else's child has the id.
 */
export function sourceKeyFor(importer: Importer, fileKey: string): string {
  return importer.kind === "person" ? ownKey(importer.personId, fileKey) : fileKey;
}

/** Keys under which a job finds a child again: its own, or that of the responsible who read the child in. */
export function jobKeys(fileKey: string, responsibleId: string | null): string[] {
  return responsibleId === null ? [fileKey] : [fileKey, ownKey(responsibleId, fileKey)];
}

/**
 * The stored children by the file's id. A person meets again children that somebody else has read in and handed
 * over; `ambiguous` are ids that more than one child of the caseload came with.
 */
export function byFileKey(
  stored: readonly StoredChild[],
  importer: Importer,
): { readonly children: ReadonlyMap<string, StoredChild>; readonly ambiguous: ReadonlySet<string> } {
  const children = new Map<string, StoredChild>();
  const ambiguous = new Set<string>();
  for (const [fileKey, group] of Map.groupBy(stored, ({ sourceKey }) =>
    sourceKey.replace(OWNER_PREFIX, ""),
  )) {
    const own = group.find(({ sourceKey }) => sourceKey === sourceKeyFor(importer, fileKey));
    const [only, ...others] = group;
    const match = own ?? (others.length === 0 ? only : undefined);
    if (match === undefined) ambiguous.add(fileKey);
    else children.set(fileKey, match);
  }
  return { children, ambiguous };
}

function ownKey(personId: string, fileKey: string): string {
  return `${personId}/${fileKey}`;
}
