import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { aKommun } from "@kompassen/api/testing";
import { type Database, openDatabase, roleUrl } from "@kompassen/db";
import { type EmbeddedServer, startEmbedded } from "@kompassen/db/embedded";
import { migrateDatabase } from "@kompassen/db/migrate";
import type { Writer } from "./deed.ts";
import { killServer } from "./kill-server.ts";
import { RunningApp } from "./running-app.ts";

/** A real database on the disk and the app beside it: what is killed, and started again. */
export class Stage {
  readonly #dataFolder: string;
  readonly #settings: readonly string[];
  #server: EmbeddedServer;
  #app: RunningApp;
  readonly admin: Database;
  readonly job: Database;

  private constructor(dataFolder: string, settings: readonly string[], server: EmbeddedServer) {
    this.#dataFolder = dataFolder;
    this.#settings = settings;
    this.#server = server;
    this.#app = startApp(server);
    // Arranging need not wait for the disk: the first thing that a writer is told of takes it along.
    this.admin = openDatabase(`${server.adminUrl}?synchronous_commit=off`, { connections: 1 });
    this.job = openDatabase(roleUrl(server.adminUrl, "kompass_job"), { connections: 1 });
  }

  /** @param settings of the server beside its own, `name=value` */
  static async open(settings: readonly string[]): Promise<Stage> {
    const dataFolder = await mkdtemp(path.join(tmpdir(), "kompassen-crash-"));
    const server = await startEmbedded({ dataFolder, settings });
    await migrateDatabase(server.adminUrl);
    return new Stage(dataFolder, settings, server);
  }

  get app(): RunningApp {
    return this.#app;
  }

  /** A kommun of its own with people who may write in it. */
  async arrangeWriters(count: number, kommunCode: string): Promise<Writer[]> {
    const { admin, job } = this;
    const database = { adminUrl: this.#server.adminUrl, admin: admin.sql, job, app: job, family: job };
    const close = async () => {};
    const kommun = await aKommun({ ...database, statistics: job, close }, kommunCode);
    const writers: Writer[] = [];
    for (let number = 0; number < count; number += 1) {
      const { id: personId } = await kommun.person(`Skriver ${number}`, "stodsamordnare");
      writers.push({ number, kommunCode, unitId: kommun.unitId, personId });
    }
    return writers;
  }

  /** Kills the database under the app, which goes on by itself when it is back. @returns ms until it answers */
  async killDatabase(): Promise<number> {
    await killServer(this.#server.pid);
    const port = Number(new URL(this.#server.adminUrl).port);
    const started = performance.now();
    const settings = this.#settings;
    this.#server = await startEmbedded({ dataFolder: this.#dataFolder, settings, port });
    const recovered = performance.now() - started;
    await this.#app.untilAllStopped();
    return recovered;
  }

  /** Kills the app, waits until the database has ended what it had begun, and starts another. @returns ms */
  async killApp(): Promise<number> {
    const started = performance.now();
    const killed = this.#app;
    await killed.kill();
    for (;;) {
      const [row] = await this.admin.sql<{ busy: number }[]>`
        select count(*)::int as busy from pg_stat_activity where usename = 'kompass_app'`;
      if (row?.busy === 0) break;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    this.#app = startApp(this.#server);
    return performance.now() - started;
  }

  async readSettings(): Promise<Record<string, string>> {
    const rows = await this.job.sql<{ name: string; setting: string }[]>`
      select name, setting from pg_settings
       where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'server_version')`;
    return Object.fromEntries(rows.map(({ name, setting }) => [name, setting]));
  }

  async end(): Promise<void> {
    await this.#app.kill();
    await Promise.all([this.admin.close(), this.job.close()]);
    await this.#server.stop();
    await rm(this.#dataFolder, { recursive: true, force: true });
  }
}

const startApp = ({ adminUrl }: EmbeddedServer) => new RunningApp(roleUrl(adminUrl, "kompass_app"));
