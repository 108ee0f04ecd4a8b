import { type Database, openDatabase } from "@kompassen/db";
import { todayInSweden } from "@kompassen/domain/shared";
import { type Logger, pino } from "pino";
import type { Context, SignedIn, SignedInGuardian } from "../context/index.ts";

/** What one running server holds: its database, its log, its settings. */
export interface Runtime {
  readonly database: Database;
  readonly statistics: Database;
  readonly family: Database;
  readonly log: Logger;
  readonly isDemo: boolean;
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
  /** Whether invented persons may be chosen at login. */
  readonly isDemo: boolean;
  readonly version: string;
}

export function openRuntime(settings: RuntimeSettings): Runtime {
  const database = openDatabase(settings.databaseUrl);
  const statistics = openDatabase(settings.statisticsUrl, { connections: 4 });
  const family = openDatabase(settings.familyUrl, { connections: 4 });
  const log = pino({ base: { version: settings.version } });
  return {
    database,
    statistics,
    family,
    log,
    isDemo: settings.isDemo,
    version: settings.version,
    contextFor: (signedIn, guardian = null) => {
      const now = new Date();
      return { database, statistics, family, log, signedIn, guardian, now, today: todayInSweden(now) };
    },
    close: async () => {
      await Promise.all([database.close(), statistics.close(), family.close()]);
    },
  };
}
