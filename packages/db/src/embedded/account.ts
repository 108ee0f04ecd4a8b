import { chown, stat } from "node:fs/promises";
import path from "node:path";

/** The account that runs PostgreSQL; absent = the caller's own. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

const NOBODY: Account = { uid: 65534, gid: 65534 };

/** PostgreSQL refuses to run as root, so root hands it to an unprivileged account. */
export function databaseAccount(): Account | undefined {
  return process.getuid?.() === 0 ? NOBODY : undefined;
}

/** True when everyone may pass through every folder above (and including) `folder`. */
export async function isReachableByOthers(folder: string): Promise<boolean> {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const found = await stat(at).catch(() => null);
    if (found !== null && (found.mode & 0o001) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}

export async function giveTo(account: Account | undefined, folder: string): Promise<void> {
  if (account !== undefined) await chown(folder, account.uid, account.gid);
}
