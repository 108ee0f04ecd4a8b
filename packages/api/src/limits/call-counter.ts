import { KompassError } from "../errors/index.ts";

/** How many times within how long. */
export interface Allowance {
  readonly most: number;
  readonly seconds: number;
}

interface Window {
  count: number;
  endsAt: number;
}

/** More keys than people at work at once; then the windows that have ended are let go. */
const SWEEP_ABOVE = 20_000;

/**
 * Counts in this process's memory, in fixed windows: it costs no question to the database. With several servers each
 * counts its own, so what must hold across them is counted by `countAttempt`.
 */
export class CallCounter {
  readonly #windows = new Map<string, Window>();

  /** @throws KompassError `too_many_requests` with the seconds until the window ends */
  take(key: string, { most, seconds }: Allowance, now: Date): void {
    const at = now.getTime();
    const open = this.#windows.get(key);
    if (open === undefined || open.endsAt <= at) {
      this.#sweep(at);
      this.#windows.set(key, { count: 1, endsAt: at + seconds * 1000 });
      return;
    }
    open.count += 1;
    if (open.count > most) {
      throw new KompassError("too_many_requests", { retryAfter: Math.ceil((open.endsAt - at) / 1000) });
    }
  }

  #sweep(at: number): void {
    if (this.#windows.size < SWEEP_ABOVE) return;
    for (const [key, { endsAt }] of this.#windows) if (endsAt <= at) this.#windows.delete(key);
  }
}
