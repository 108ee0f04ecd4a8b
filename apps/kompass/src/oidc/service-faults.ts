import type { KeyObject } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { anHourSlow, type Tampering } from "./tampering.ts";

/** What of a login under way is changed to answer wrongly. */
interface UnderWay {
  readonly uid: string;
  readonly params: Record<string, unknown>;
  save(seconds: number): Promise<unknown>;
}

/** A request at the service, as far as a fault needs it. */
interface AtService {
  readonly path: string;
  body: unknown;
}

const MINUTE = 60;

/** The faults of one login service, each for the one login that asked for it. */
export class ServiceFaults {
  codeLasts = MINUTE;
  readonly #late = new Set<string>();
  readonly #signingKey: KeyObject;
  #isSlow = false;

  constructor(signingKey: KeyObject) {
    this.#signingKey = signingKey;
  }

  /** @returns what the login is said to be, beside who it is */
  async prepare(tampering: Tampering, login: UnderWay): Promise<{ readonly ts?: number }> {
    this.#isSlow = tampering === "klocka";
    if (tampering === "kod") this.#late.add(`/auth/${login.uid}`);
    if (tampering === "nonce") {
      login.params.nonce = "en-annan-fraga";
      await login.save(10 * MINUTE);
    }
    return tampering === "gammal" ? { ts: Math.floor(Date.now() / 1000) - 60 * MINUTE } : {};
  }

  /** Around each request of the service. */
  async commit(ctx: AtService, next: () => Promise<void>): Promise<void> {
    const isLate = this.#late.delete(ctx.path);
    // The code lasts a second, and is handed over after two.
    this.codeLasts = isLate ? 1 : MINUTE;
    await next();
    this.codeLasts = MINUTE;
    if (isLate) await wait(2_100);
    if (ctx.path === "/token" && this.#isSlow && hasIdToken(ctx.body)) {
      this.#isSlow = false;
      ctx.body = { ...ctx.body, id_token: anHourSlow(ctx.body.id_token, this.#signingKey) };
    }
  }
}

function hasIdToken(body: unknown): body is { readonly id_token: string } {
  return typeof body === "object" && body !== null && "id_token" in body && typeof body.id_token === "string";
}
