import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startSession } from "@kompassen/api/session";
import { aKommun, registerChildOf } from "@kompassen/api/testing";
import { type Database, openDatabase, roleUrl } from "@kompassen/db";
import { type EmbeddedServer, startEmbedded } from "@kompassen/db/embedded";
import { migrateDatabase } from "@kompassen/db/migrate";
import { type Answer, type ServedApp, serveApp } from "./served-app.ts";

export interface RestartResult {
  readonly restarts: number;
  readonly answered: number;
  readonly unavailable: number;
  /** Answers that were neither what was asked for nor a calm "not right now". */
  readonly wrong: readonly string[];
  /** Supports that were acknowledged with a redirect, and how many of them are there once. */
  readonly acknowledged: number;
  readonly stored: number;
  /** From the moment that the database takes connections until a page is answered. */
  readonly recoveryMs: readonly number[];
  readonly mostConnections: number;
  readonly poolExhausted: {
    readonly busy: number;
    readonly longestMs: number;
    readonly afterwards: number;
    /** Whether a form that a page's scripts sent was answered as a refusal that leaves the page as it is. */
    readonly isFormKept: boolean;
  };
}

const KOMMUN = "1001";
const READERS = 6;
const WRITERS = 4;

/** Pages and forms of the real dashboard while the database under it is restarted, gently and at once. */
export async function measureRestarts(
  build: string,
  signals: readonly ("SIGINT" | "SIGQUIT")[],
): Promise<RestartResult> {
  const dataFolder = await mkdtemp(path.join(tmpdir(), "kompassen-restarts-"));
  let server = await startEmbedded({ dataFolder });
  await migrateDatabase(server.adminUrl);
  const admin = openDatabase(server.adminUrl, { connections: 1 });
  const app = await serveApp(build, server.adminUrl);
  try {
    const { childId, session } = await arrange(admin, server);
    const noted = new Notes();
    const load = startLoad(app, { childId, session, noted });
    const recoveryMs: number[] = [];
    for (const signal of signals) {
      await pause(400);
      process.kill(server.pid, signal);
      await pause(400);
      const port = Number(new URL(server.adminUrl).port);
      server = await startEmbedded({ dataFolder, port });
      const started = performance.now();
      while ((await app.get("/barn", session)).status !== 200) await pause(5);
      recoveryMs.push(Math.round(performance.now() - started));
    }
    await load.stop();
    return {
      restarts: signals.length,
      ...noted.counts(),
      acknowledged: noted.acknowledged.length,
      stored: await countStored(admin, noted.acknowledged),
      recoveryMs,
      mostConnections: await countConnections(admin),
      poolExhausted: await exhaustPool(app, admin, { childId, session }),
    };
  } finally {
    await app.stop();
    await admin.close();
    await server.stop();
    await rm(dataFolder, { recursive: true, force: true });
  }
}

async function arrange(
  admin: Database,
  { adminUrl }: EmbeddedServer,
): Promise<{ childId: string; session: string }> {
  const database = openDatabase(roleUrl(adminUrl, "kompass_app"), { connections: 1 });
  try {
    const all = { app: database, job: database, statistics: database, family: database };
    const kommun = await aKommun({ adminUrl, admin: admin.sql, ...all, close: async () => {} }, KOMMUN);
    const { id: personId, as } = await kommun.person("Solumi", "stodsamordnare");
    const { childId } = await registerChildOf(kommun, as);
    const session = await startSession(database, { kommunCode: KOMMUN, personId, device: null });
    return { childId, session };
  } finally {
    await database.close();
  }
}

class Notes {
  readonly acknowledged: string[] = [];
  #answered = 0;
  #unavailable = 0;
  #wrong: string[] = [];

  /** @returns whether it was answered as asked */
  take(answer: Answer, expected: number, mustHold: readonly string[]): boolean {
    const isWhereAsked = answer.location === null || answer.location.endsWith("sparat");
    if (answer.status === expected && isWhereAsked) {
      this.#answered += 1;
      return true;
    }
    const isCalm =
      answer.status === 503 && answer.retryAfter !== null && !/\bat .*:\d+:\d+/.test(answer.body);
    if (isCalm && mustHold.every((text) => answer.body.includes(text))) this.#unavailable += 1;
    else this.#wrong.push(`${answer.status} ${answer.body.slice(0, 300)}`);
    return false;
  }

  fail(error: unknown): void {
    this.#wrong.push(String(error));
  }

  counts() {
    return { answered: this.#answered, unavailable: this.#unavailable, wrong: this.#wrong };
  }
}

interface Load {
  readonly childId: string;
  readonly session: string;
  readonly noted: Notes;
}

function startLoad(app: ServedApp, { childId, session, noted }: Load): { stop(): Promise<void> } {
  let isOver = false;
  const read = async () => {
    while (!isOver) {
      noted.take(await app.get("/barn", session), 200, []);
      await pause(5);
    }
  };
  const write = async (writer: number) => {
    for (let number = 0; !isOver; number += 1) {
      const supportId = crypto.randomUUID();
      const description = `Ringer varje vecka, skriver ${writer}:${number} "noga" <här>`;
      const fields = aSupport(supportId, description);
      // As a person would: the page that comes back is sent again until it has been received.
      for (let isDone = false; !isDone && !isOver; ) {
        const answer = await app.post(`/barn/${childId}/stod/nytt`, session, fields);
        isDone = noted.take(answer, 303, [supportId, "Ringer varje vecka"]);
        if (isDone) noted.acknowledged.push(supportId);
        else await pause(20);
      }
      await pause(5);
    }
  };
  const all = [
    ...Array.from({ length: READERS }, read),
    ...Array.from({ length: WRITERS }, (_, writer) => write(writer)),
  ].map((work) => work.catch((error) => noted.fail(error)));
  return {
    stop: async () => {
      isOver = true;
      await Promise.all(all);
    },
  };
}

function aSupport(supportId: string, description: string): Record<string, string> {
  const words = { description, givenBy: "Fritidsgården" };
  return { supportId, area: "fritid", kind: "annat", status: "pagaende", startsOn: "2026-03-01", ...words };
}

async function countStored({ sql }: Database, ids: readonly string[]): Promise<number> {
  const [row] = await sql<
    { n: number }[]
  >`select count(*)::int as n from support where id = any(${[...ids]}::uuid[])`;
  return row?.n ?? Number.NaN;
}

async function countConnections({ sql }: Database): Promise<number> {
  const [row] = await sql<{ n: number }[]>`
    select count(*)::int as n from pg_stat_activity where usename = 'kompass_app'`;
  return row?.n ?? Number.NaN;
}

/** More requests at once than there are connections, while somebody holds what all of them wait for. */
async function exhaustPool(
  app: ServedApp,
  { sql }: Database,
  { childId, session }: Pick<Load, "childId" | "session">,
): Promise<RestartResult["poolExhausted"]> {
  const held = await sql.reserve();
  await held`begin`;
  await held`lock table audit_chain in access exclusive mode`;
  const times: number[] = [];
  const fields = aSupport(crypto.randomUUID(), "Skrivet medan ingen hann fram");
  const sent = app.post(`/barn/${childId}/stod/nytt`, session, fields, "script");
  const answers = await Promise.all(
    Array.from({ length: 40 }, async () => {
      const started = performance.now();
      const answer = await app.get("/barn", session);
      times.push(performance.now() - started);
      return answer;
    }),
  );
  const refused = await sent;
  await held`rollback`;
  held.release();
  const afterwards = await Promise.all(Array.from({ length: 20 }, () => app.get("/barn", session)));
  return {
    busy: answers.filter(({ status, retryAfter }) => status === 503 && retryAfter !== null).length,
    longestMs: Math.round(Math.max(...times)),
    isFormKept:
      refused.status === 503 &&
      refused.body.includes('"type":"failure"') &&
      refused.body.includes("Skrivet medan ingen hann fram"),
    afterwards: afterwards.filter(({ status }) => status === 200).length,
  };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
