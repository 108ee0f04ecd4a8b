const EVERY_MS = 2_000;

/** Told to a process that `kompass start` starts beside the server. */
export const BESIDE = { KOMPASSEN_BESIDE: String(process.pid) };

/** A start that was killed could not stop what it had started: that stops by itself, as if it had been told to. */
export function endWithParent(): void {
  const parent = Number(process.env.KOMPASSEN_BESIDE);
  if (!Number.isInteger(parent) || parent <= 0) return;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, "SIGTERM");
  }, EVERY_MS).unref();
}
