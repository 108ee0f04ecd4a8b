import { statfsSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { type DiskState, diskStateOf, shareTaken } from "./disk-state.ts";

export interface DiskWatch {
  state(): DiskState;
  stop(): void;
}

export interface DiskWatchOptions {
  /** Folders on the disks that the database writes on; the fullest decides. None = not watched. */
  readonly folders: readonly string[];
  readonly everyMs: number;
  /** Called with the first state when it is not `enough`, and with each new one. */
  readonly onChange: (state: DiskState, share: number) => void;
}

/** Looks at the disks now and then, so that a call need not. */
export function watchDisk({ folders, everyMs, onChange }: DiskWatchOptions): DiskWatch {
  let known: DiskState = "enough";
  const take = (shares: readonly (number | null)[]) => {
    const measured = shares.filter((share) => share !== null);
    if (measured.length === 0) return;
    const fullest = Math.max(...measured);
    const state = diskStateOf(fullest);
    if (state === known) return;
    known = state;
    onChange(state, fullest);
  };
  if (folders.length === 0) return { state: () => known, stop: () => {} };
  take(folders.map((folder) => shareTaken(statfsSync(folder))));
  const timer = setInterval(() => {
    // A folder that cannot be asked is no reason to stop serving; the state stays as it was.
    Promise.all(folders.map(async (folder) => shareTaken(await statfs(folder)))).then(take, () => {});
  }, everyMs);
  timer.unref();
  return { state: () => known, stop: () => clearInterval(timer) };
}
