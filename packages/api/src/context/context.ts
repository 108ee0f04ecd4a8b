import type { ActorTransaction, Database } from "@kompassen/db";
import type { PersonRole } from "@kompassen/domain/people";
import type { LocalDate } from "@kompassen/domain/shared";
import type { DiskState } from "../health/index.ts";
import type { ServerLog } from "../log/index.ts";

/** Who is signed in. */
export interface SignedIn {
  readonly kommunCode: string;
  readonly personId: string;
  readonly name: string;
  readonly title: string;
  readonly roles: readonly PersonRole[];
  /** When the person last proved anew who they are; null when not since logging in. */
  readonly steppedUpAt: Date | null;
}

/** A guardian who is signed in with an account of their own; names stand with each child. */
export interface SignedInGuardian {
  readonly kommunCode: string;
  readonly accountId: string;
}

/** Counts calls; what is over the limit is refused. */
export interface CallLimits {
  /** @throws KompassError `too_many_requests` with the seconds to wait */
  take(procedure: string): void;
}

/** What every call knows from the start. `today` is decided here, in Europe/Stockholm, once a call. */
export interface Context {
  readonly database: Database;
  /** As the role kompass_stats: released numbers and nothing else. */
  readonly statistics: Database;
  /** As the role kompass_family: what a guardian is told of their own children. */
  readonly family: Database;
  readonly log: ServerLog;
  readonly signedIn: SignedIn | null;
  /** Set instead of `signedIn` for a guardian. */
  readonly guardian: SignedInGuardian | null;
  readonly now: Date;
  readonly today: LocalDate;
  /** How full the database's disk is right now; absent = not watched. */
  readonly disk?: DiskState | undefined;
  /** Of whoever asks over the web; a job is not limited. */
  readonly limits?: CallLimits | undefined;
}

/** Inside the one transaction of a call by somebody who is signed in. */
export interface ActorContext extends Context {
  readonly signedIn: SignedIn;
  readonly tx: ActorTransaction;
}
