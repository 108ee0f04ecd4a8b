import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres, { type Sql } from "postgres";
import { type Database, openDatabase } from "../connection/index.ts";
import { startEmbedded } from "../embedded/index.ts";
import { migrateDatabase } from "../migrate/index.ts";
import { roleUrl } from "../roles/index.ts";
import { copyTemplate } from "./template-cluster.ts";

/** A really migrated database of its own on a real server, for the time of a test file. */
export interface TestDatabase {
  readonly adminUrl: string;
  /** As the app: bound by row security, always as one actor. */
  readonly app: Database;
  /** As a job within one kommun. */
  readonly job: Database;
  /** As the pages of statistics: reads released numbers and nothing else. */
  readonly statistics: Database;
  /** As a guardian: reads what the family is told. */
  readonly family: Database;
  /** Past every lock, to arrange and to look. */
  readonly admin: Sql;
  close(): Promise<void>;
}

/**
 * Uses the server of `TEST_DATABASE_URL` (a database is made on it and dropped), else an embedded one
 * in a folder that goes when it is closed.
 */
export async function openTestDatabase(): Promise<TestDatabase> {
  const given = process.env.TEST_DATABASE_URL;
  const server = given === undefined ? await startOwnServer() : await makeDatabaseOn(given);
  await migrateDatabase(server.adminUrl);
  const app = openDatabase(roleUrl(server.adminUrl, "kompass_app"));
  const job = openDatabase(roleUrl(server.adminUrl, "kompass_job"), { connections: 2 });
  const statistics = openDatabase(roleUrl(server.adminUrl, "kompass_stats"), { connections: 2 });
  const family = openDatabase(roleUrl(server.adminUrl, "kompass_family"), { connections: 2 });
  const admin = postgres(server.adminUrl, { max: 2, onnotice: () => {} });
  return {
    adminUrl: server.adminUrl,
    app,
    job,
    statistics,
    family,
    admin,
    close: async () => {
      await Promise.all([
        ...[app, job, statistics, family].map((database) => database.close()),
        admin.end({ timeout: 5 }),
      ]);
      await server.remove();
    },
  };
}

interface OwnServer {
  readonly adminUrl: string;
  remove(): Promise<void>;
}

async function startOwnServer(): Promise<OwnServer> {
  const folder = await mkdtemp(path.join(tmpdir(), "kompassen-test-"));
  await copyTemplate(folder);
  const server = await startEmbedded({ dataFolder: folder, settings: ["fsync=off"] });
  return {
    adminUrl: server.adminUrl,
    remove: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function makeDatabaseOn(serverUrl: string): Promise<OwnServer> {
  const name = `kompassen_test_${randomBytes(6).toString("hex")}`;
  await onServer(serverUrl, `create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    adminUrl: url.toString(),
    remove: () => onServer(serverUrl, `drop database ${name} with (force)`),
  };
}

async function onServer(serverUrl: string, statement: string): Promise<void> {
  const sql = postgres(serverUrl, { max: 1, onnotice: () => {} });
  try {
    await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
}
