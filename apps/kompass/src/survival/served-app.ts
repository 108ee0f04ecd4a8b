import { spawn } from "node:child_process";
import path from "node:path";
import { roleUrl } from "@kompassen/db";
import { freePort } from "@kompassen/db/embedded";

export interface Answer {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly location: string | null;
  readonly body: string;
}

/** The built dashboard on a database, as `kompass start` runs it. */
export interface ServedApp {
  get(address: string, session: string): Promise<Answer>;
  /** A form, without scripts or as a page's scripts send it. */
  post(
    address: string,
    session: string,
    fields: Readonly<Record<string, string>>,
    by?: "browser" | "script",
  ): Promise<Answer>;
  /** A call of the api, as the page's scripts send it. */
  call(procedure: string, session: string, input: unknown): Promise<Answer>;
  log(): string;
  stop(): Promise<void>;
}

export async function serveApp(
  build: string,
  adminUrl: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<ServedApp> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [path.join(build, "index.js")], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      HOST: "127.0.0.1",
      PORT: String(port),
      ORIGIN: origin,
      KOMPASSEN_DATABASE_URL: roleUrl(adminUrl, "kompass_app"),
      KOMPASSEN_STATISTICS_URL: roleUrl(adminUrl, "kompass_stats"),
      KOMPASSEN_FAMILY_URL: roleUrl(adminUrl, "kompass_family"),
      // Sessions that no login service has vouched for count in the demo alone.
      KOMPASSEN_DEMO: "1",
      KOMPASSEN_OIDC: "",
      KOMPASSEN_LIMITS: "off",
      ...settings,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let log = "";
  child.stdout.on("data", (text) => (log += text));
  child.stderr.on("data", (text) => (log += text));
  const ended = new Promise((resolve) => child.once("exit", resolve));
  for (let attempt = 0; ; attempt += 1) {
    if (child.exitCode !== null || attempt > 1200) throw new Error(`the dashboard ended: ${log}`);
    if ((await fetch(`${origin}/health`).catch(() => null))?.ok) break;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  const ask = async (
    address: string,
    session: string,
    headers: Record<string, string>,
    body?: string | URLSearchParams,
  ): Promise<Answer> => {
    const response = await fetch(`${origin}${address}`, {
      method: body === undefined ? "GET" : "POST",
      redirect: "manual",
      headers: { cookie: `kompassen=${session}; sprak=sv`, origin, ...headers },
      ...(body === undefined ? {} : { body }),
    });
    return {
      status: response.status,
      retryAfter: response.headers.get("retry-after"),
      location: response.headers.get("location"),
      body: await response.text(),
    };
  };
  const page = { accept: "text/html" };
  const script = { accept: "application/json", "x-sveltekit-action": "true" };
  return {
    get: (address, session) => ask(address, session, page),
    post: (address, session, fields, by = "browser") =>
      ask(address, session, by === "browser" ? page : script, new URLSearchParams(fields)),
    call: (procedure, session, input) =>
      ask(`/trpc/${procedure}`, session, { "content-type": "application/json" }, JSON.stringify(input)),
    log: () => log,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
