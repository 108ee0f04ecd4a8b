import { spawn } from "node:child_process";
import path from "node:path";
import { roleUrl } from "@kompassen/db";
import type { TestDatabase } from "@kompassen/db/testing";

/** One answer of the running product, all of it. */
export interface Answer {
  readonly status: number;
  readonly headers: string;
  readonly body: string;
}

export interface ServedWorld {
  /** Sends a request as whoever has the session; with a body it is a call of the api. */
  ask(address: string, session: string, language: "sv" | "en", body?: unknown): Promise<Answer>;
  /** Ends the server. @returns everything it logged */
  stop(): Promise<string>;
}

/** A page's nonce is drawn at random, and its ETag is of the page with the nonce: here every draw is the same. */
const SAME_NONCES =
  "data:text/javascript,Object.defineProperty(globalThis.crypto,'getRandomValues',{value:(bytes)=>bytes.fill(7)})";

/** Starts the built dashboard on a database, as `kompass start` does, and waits until it answers. */
export async function serveWorld(build: string, port: number, database: TestDatabase): Promise<ServedWorld> {
  const origin = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, ["--import", SAME_NONCES, path.join(build, "index.js")], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      HOST: "127.0.0.1",
      PORT: String(port),
      ORIGIN: origin,
      KOMPASSEN_DATABASE_URL: roleUrl(database.adminUrl, "kompass_app"),
      KOMPASSEN_STATISTICS_URL: roleUrl(database.adminUrl, "kompass_stats"),
      KOMPASSEN_FAMILY_URL: roleUrl(database.adminUrl, "kompass_family"),
      KOMPASSEN_DEMO: "",
      KOMPASSEN_LIMITS: "off",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  let log = "";
  child.stdout.on("data", (text) => (log += text));
  child.stderr.on("data", (text) => (log += text));
  for (let attempt = 0; attempt < 1200; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`the dashboard ended: ${log}`);
    const health = await fetch(`${origin}/health`).catch(() => null);
    if (health?.ok) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    ask: async (address, session, language, body) => {
      const response = await fetch(`${origin}${address}`, {
        method: body === undefined ? "GET" : "POST",
        redirect: "manual",
        headers: {
          cookie: `kompassen=${session}; sprak=${language}`,
          ...(body === undefined ? {} : { "content-type": "application/json", origin }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const bytes = Buffer.from(await response.arrayBuffer());
      return normalized(response, bytes);
    },
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
      return normalizedLog(log);
    },
  };
}

/** All but the clock of the answer. Latin 1: a letter for every byte, whatever the file is. */
function normalized(response: Response, bytes: Buffer): Answer {
  const headers = [...response.headers].filter(([name]) => name !== "date");
  return { status: response.status, headers: JSON.stringify(headers), body: bytes.toString("latin1") };
}

/** Without the times and what is drawn for each request. */
function normalizedLog(log: string): string {
  return log
    .replaceAll(/"time":\d+/g, '"time":0')
    .replaceAll(/"requestId":"[^"]+"/g, '"requestId":"drawn"')
    .replaceAll(/"milliseconds":[\d.]+/g, '"milliseconds":0');
}
