import { type Database, openDatabase } from "@kompassen/db";
import { todayInSweden } from "@kompassen/domain/shared";
import type { Context, SignedIn, SignedInGuardian } from "../context/index.ts";
import { watchDisk } from "../health/index.ts";
import { CallCounter, limitCalls } from "../limits/index.ts";
import { openServerLog, type ServerLog } from "../log/index.ts";
import { type Login, openLogin, readLoginConfig } from "../login/index.ts";

/** What one running server holds: its database, its log, its settings. */
export interface Runtime {
  readonly database: Database;
  readonly statistics: Database;
  readonly family: Database;
  readonly log: ServerLog;
  /** Whether everybody here is invented. */
  readonly isDemo: boolean;
  /** The login services; none in a demo without them. */
  readonly logins: readonly Login[];
  /** Whether an invented person may be chosen from a list: in the demo, as long as no login service is configured. */
  readonly hasDemoLogin: boolean;
  /** Counts of this server's calls; null when they are not limited. */
  readonly counter: CallCounter | null;
  readonly version: string;
  /** The context of one call; the clock is read here and nowhere else. */
  contextFor(signedIn: SignedIn | null, guardian?: SignedInGuardian | null): Context;
  close(): Promise<void>;
}

export interface RuntimeSettings {
  /** Address of the role `kompass_app`. */
  readonly databaseUrl: string;
  /** Address of the role `kompass_stats`. */
  readonly statisticsUrl: string;
  /** Address of the role `kompass_family`. */
  readonly familyUrl: string;
  /** Whether the database holds the demo. */
  readonly isDemo: boolean;
  /** The file that configures the login services; null without any. */
  readonly loginFile: string | null;
  /** Off only where one session asks for very many, as in measuring. */
  readonly hasLimits: boolean;
  readonly version: string;
  /** Folders on the disks that the database writes on, when they are of this machine. */
  readonly diskFolders?: readonly string[];
  /** Milliseconds between two looks at them. */
  readonly diskEvery?: number;
}

/** Milliseconds that a call waits for what somebody else has locked, and for one answer: nobody waits without end. */
const PATIENCE = {
  settings: { lock_timeout: "5000", statement_timeout: "60000" },
  // A server that is frozen does not keep its own limits. Who somebody is comes first, and is known at once or not.
  longestSilence: { inTransaction: 65_000, outside: 10_000 },
};

/** Often enough for a disk that a runaway file fills. */
const DISK_EVERY = 5_000;

/** @throws LoginConfigFault */
export function openRuntime(settings: RuntimeSettings): Runtime {
  const database = openDatabase(settings.databaseUrl, PATIENCE);
  const statistics = openDatabase(settings.statisticsUrl, { connections: 4, ...PATIENCE });
  const family = openDatabase(settings.familyUrl, { connections: 4, ...PATIENCE });
  const logins = settings.loginFile === null ? [] : readLoginConfig(settings.loginFile).map(openLogin);
  const counter = settings.hasLimits ? new CallCounter() : null;
  const log = openServerLog(settings.version);
  log.record({ event: "server started" });
  const disk = watchDisk({
    folders: settings.diskFolders ?? [],
    everyMs: settings.diskEvery ?? DISK_EVERY,
    onChange: (diskState, share) =>
      log.record({ event: "disk state changed", diskState, diskPercent: Math.round(share * 100) }),
  });
  return {
    database,
    statistics,
    family,
    log,
    isDemo: settings.isDemo,
    logins,
    hasDemoLogin: settings.isDemo && logins.length === 0,
    counter,
    version: settings.version,
    contextFor: (signedIn, guardian = null) => {
      const now = new Date();
      const context = {
        database,
        statistics,
        family,
        log,
        signedIn,
        guardian,
        now,
        today: todayInSweden(now),
        disk: disk.state(),
      };
      const who = signedIn?.personId ?? guardian?.accountId;
      return counter === null || who === undefined
        ? context
        : { ...context, limits: limitCalls(counter, who, now) };
    },
    close: async () => {
      disk.stop();
      await Promise.all([database.close(), statistics.close(), family.close()]);
    },
  };
}
