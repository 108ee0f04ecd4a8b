import { createServer } from "node:http";
import { authorizeChild, TEAM } from "@kompassen/api/access";
import { getChart } from "@kompassen/api/behovskompass";
import { silentLog } from "@kompassen/api/log";
import { toWire } from "@kompassen/api/procedure";
import { findSession } from "@kompassen/api/session";
import { openDatabase } from "@kompassen/db";
import { todayInSweden } from "@kompassen/domain/shared";

/**
 * What one child's chart costs without a framework: node:http, postgres.js, the product's own SQL with the audit
 * row in the same transaction, its comparison, and the same JSON. No routing, schema or middleware.
 */
const database = openDatabase(required("KOMPASSEN_DATABASE_URL"));

const server = createServer(async (request, response) => {
  if (request.url === "/health") return response.end("ok");
  const { childId } = JSON.parse(await bodyOf(request)) as { childId: string };
  const token = request.headers.cookie?.replace(/^kompassen=/, "") ?? "";
  const signedIn = (await findSession(database, token))?.signedIn ?? null;
  if (signedIn === null) return response.writeHead(401).end();
  const now = new Date();
  const { kommunCode, personId } = signedIn;
  const actor = { type: "person", kommunCode, personId, aboutChild: childId } as const;
  const chart = await database.transaction(actor, async (tx) => {
    const unused = { statistics: database, family: database, guardian: null };
    const ctx = { ...unused, database, log: silentLog, signedIn, tx, now, today: todayInSweden(now) };
    const fields = ["assessment", "area_thought", "signal", "support", "life_event"];
    const entry = { verb: "behovskompass.getChart", purpose: "uppfoljning", fields };
    return getChart(ctx, await authorizeChild(ctx, childId, TEAM, entry));
  });
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify(toWire(chart)));
});

server.listen(Number(required("PORT")), "127.0.0.1");
process.once("SIGTERM", () => {
  server.close(() => void database.close());
  server.closeIdleConnections();
});

async function bodyOf(request: AsyncIterable<Buffer>): Promise<string> {
  let text = "";
  for await (const chunk of request) text += chunk.toString();
  return text;
}

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set`);
  return value;
}
