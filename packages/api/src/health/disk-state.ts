/** How full the disk is that the database writes on, as what may still be done. */
export type DiskState = "enough" | "warning" | "no_large_work" | "read_only";

/** Shares of the disk from which a state holds. The last twentieth is left for what ends and recovers the database. */
export const DISK_LIMITS = { warning: 0.8, no_large_work: 0.85, read_only: 0.95 } as const;

/** Imports write much, exports are kept as files: what can wait until there is room. */
const LARGE_WORK = ["import.", "export.", "release.requestDraft"] as const;

/** @param share of the disk that is taken, 0 to 1; null when it cannot be known */
export function diskStateOf(share: number | null): DiskState {
  if (share === null || share < DISK_LIMITS.warning) return "enough";
  if (share < DISK_LIMITS.no_large_work) return "warning";
  return share < DISK_LIMITS.read_only ? "no_large_work" : "read_only";
}

/**
 * Whether a call is refused for want of room.
 * @param call.path the procedure, `import.commit`
 * @returns the reason, or null
 */
export function refusalFor(
  state: DiskState,
  { path, isWrite }: { readonly path: string; readonly isWrite: boolean },
): "read_only" | "no_large_work" | null {
  if (state === "read_only" && isWrite) return "read_only";
  const isLarge = LARGE_WORK.some((start) => path.startsWith(start));
  return isLarge && (state === "no_large_work" || state === "read_only") ? "no_large_work" : null;
}

/** Of the space that the account may use; what is kept back for root counts as taken, as in `df`. */
export function shareTaken({
  blocks,
  bfree,
  bavail,
}: {
  readonly blocks: number;
  readonly bfree: number;
  readonly bavail: number;
}): number | null {
  const taken = blocks - bfree;
  const usable = taken + bavail;
  return usable === 0 ? null : taken / usable;
}
