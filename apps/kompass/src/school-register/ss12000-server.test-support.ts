import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { REGISTER_RESOURCES } from "@kompassen/domain/school-register";
import type { InventedRegister, RegisterObjectOf } from "./invented-register.test-support.ts";

/** What may go wrong with one answer. */
type Mishap = "none" | "500" | "429" | "truncated" | "slow" | "401" | "token_gone";

/** A real SS12000 server on this machine: OAuth 2, pages, changes since, deletions, lookups, and mishaps on demand. */
export interface Ss12000Server {
  readonly url: string;
  readonly tokenUrl: string;
  register: InventedRegister;
  deleted: Readonly<Record<string, readonly string[]>>;
  /** For the answers to come, in order; then all goes well. */
  mishaps: Mishap[];
  /** Before every answer, so that a reader can be killed under way. */
  delayMs: number;
  /** Paths with what was asked, tokens left out. */
  readonly asked: string[];
  tokensGiven(): number;
  close(): Promise<void>;
}

export const CLIENT = { clientId: "kompassen", clientSecret: "en hemlighet: med kolon" };

export async function startSs12000Server(register: InventedRegister): Promise<Ss12000Server> {
  const state = { tokens: new Set<string>(), given: 0 };
  const asked: string[] = [];
  const served: Pick<Ss12000Server, "register" | "deleted" | "mishaps" | "delayMs"> = {
    register,
    deleted: {},
    mishaps: [],
    delayMs: 0,
  };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://localhost");
    const body = await readBody(request);
    if (url.pathname === "/token") return giveToken(request, body, response);
    asked.push(`${request.method} ${url.pathname}${url.search}`);
    if (served.delayMs > 0) await wait(served.delayMs);
    const mishap = served.mishaps.shift();
    if (mishap === "500") return send(response, 500, { code: "internal" });
    if (mishap === "429") {
      response.setHeader("retry-after", "2");
      return send(response, 429, { code: "slow_down" });
    }
    if (mishap === "slow") await wait(400);
    if (mishap === "401") state.tokens.clear();
    const bearer = request.headers.authorization?.replace(/^Bearer /, "") ?? "";
    if (!state.tokens.has(bearer)) return send(response, 401, { code: "unauthorized" });
    if (mishap === "token_gone") return send(response, 400, { code: "invalid_page_token" });
    const content = contentOf(url, body);
    if (content === null) return send(response, 404, { code: "not_found" });
    if (mishap === "truncated") {
      const text = JSON.stringify(content);
      response.writeHead(200, { "content-type": "application/json" });
      response.end(text.slice(0, text.length / 2));
      return;
    }
    send(response, 200, content);
  }

  function giveToken(request: IncomingMessage, body: string, response: ServerResponse): void {
    const [scheme, encoded = ""] = (request.headers.authorization ?? "").split(" ");
    const [id, secret] = Buffer.from(encoded, "base64").toString().split(":").map(decodeURIComponent);
    const isRight = scheme === "Basic" && id === CLIENT.clientId && secret === CLIENT.clientSecret;
    if (!isRight || !body.includes("grant_type=client_credentials")) {
      send(response, 401, { error: "invalid_client" });
      return;
    }
    state.given += 1;
    const token = `token-${state.given}`;
    state.tokens.add(token);
    send(response, 200, { access_token: token, token_type: "Bearer", expires_in: 3600 });
  }

  function contentOf(url: URL, body: string): unknown {
    if (url.pathname === "/v2/persons/lookup") {
      const { ids } = JSON.parse(body);
      return served.register.persons.filter(({ id }) => ids.includes(id));
    }
    if (url.pathname === "/v2/deletedEntities") return { data: served.deleted, pageToken: null };
    const resource = REGISTER_RESOURCES.find((name) => url.pathname === `/v2/${name}`);
    return resource === undefined ? null : pageOf(served.register[resource], url.searchParams);
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const base = `http://127.0.0.1:${address.port}`;
  return Object.assign(served, {
    url: `${base}/v2`,
    tokenUrl: `${base}/token`,
    asked,
    tokensGiven: () => state.given,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

/** A token holds where to go on and what was asked for, as servers do; it is opaque to the reader. */
function pageOf(objects: readonly RegisterObjectOf[], query: URLSearchParams) {
  const limit = Number(query.get("limit") ?? 100);
  const token = query.get("pageToken");
  const { from, after } =
    token === null
      ? { from: 0, after: query.get("meta.modified.after") }
      : JSON.parse(Buffer.from(token, "base64url").toString());
  const wanted =
    after === null ? objects : objects.filter(({ meta }) => Date.parse(meta.modified) > Date.parse(after));
  const next = from + limit;
  const pageToken =
    next < wanted.length ? Buffer.from(JSON.stringify({ from: next, after })).toString("base64url") : null;
  return { data: wanted.slice(from, next), pageToken };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function send(response: ServerResponse, status: number, content: unknown): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(content));
}
