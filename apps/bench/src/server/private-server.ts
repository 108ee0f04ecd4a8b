import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Database, openDatabase, roleUrl } from "@kompassen/db";
import { startEmbedded } from "@kompassen/db/embedded";
import { migrateDatabase } from "@kompassen/db/migrate";
import postgres, { type Sql } from "postgres";

/** A PostgreSQL of the bench's own on a free port, as durable as the product's: fsync is on. */
export interface PrivateServer {
  readonly adminUrl: string;
  readonly appUrl: string;
  readonly statisticsUrl: string;
  readonly familyUrl: string;
  readonly admin: Sql;
  readonly app: Database;
  readonly job: Database;
  readonly statistics: Database;
  readonly family: Database;
  /** Version and the settings that decide what a measured write is worth. */
  readonly description: string;
  close(): Promise<void>;
}

export async function startPrivateServer(): Promise<PrivateServer> {
  const folder = await mkdtemp(path.join(tmpdir(), "kompassen-bench-"));
  const server = await startEmbedded({ dataFolder: folder });
  await migrateDatabase(server.adminUrl);
  const admin = postgres(server.adminUrl, { max: 4, onnotice: () => {} });
  const appUrl = roleUrl(server.adminUrl, "kompass_app");
  const statisticsUrl = roleUrl(server.adminUrl, "kompass_stats");
  const statistics = openDatabase(statisticsUrl, { connections: 4 });
  const familyUrl = roleUrl(server.adminUrl, "kompass_family");
  const family = openDatabase(familyUrl, { connections: 1 });
  const app = openDatabase(appUrl, { connections: 10 });
  const job = openDatabase(roleUrl(server.adminUrl, "kompass_job"), { connections: 1 });
  const [settings] = await admin<{ version: string; fsync: string; commit: string }[]>`
    select current_setting('server_version') as version, current_setting('fsync') as fsync,
           current_setting('synchronous_commit') as commit`;
  return {
    adminUrl: server.adminUrl,
    appUrl,
    statisticsUrl,
    familyUrl,
    admin,
    app,
    job,
    statistics,
    family,
    description: `PostgreSQL ${settings?.version}, fsync ${settings?.fsync}, synchronous_commit ${settings?.commit}`,
    close: async () => {
      await Promise.all([
        ...[app, job, statistics, family].map((database) => database.close()),
        admin.end({ timeout: 5 }),
      ]);
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
