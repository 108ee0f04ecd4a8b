import { once } from "node:events";
import { createServer } from "node:http";
import { afterEach, expect, it } from "vitest";
import { guardEveryAnswer } from "./serve-dashboard.ts";

const server = createServer();
afterEach(() => {
  server.close();
  server.removeAllListeners("request");
});

/** Answers as the built dashboard does: a file by `writeHead` alone, a page with a policy of its own. */
async function ask(origin: string, address: string): Promise<Headers> {
  server.on("request", (request, response) => {
    if (request.url === "/page") response.setHeader("content-security-policy", "default-src 'self'");
    response.writeHead(request.url === "/gone" ? 404 : 200, { "content-type": "text/javascript" }).end();
  });
  guardEveryAnswer(server, origin);
  await once(server.listen(0, "127.0.0.1"), "listening");
  const bound = server.address();
  if (bound === null || typeof bound === "string") throw new Error("no port");
  const { headers } = await fetch(`http://127.0.0.1:${bound.port}${address}`);
  return headers;
}

it.each(["/script.js", "/gone"])("guards what never reaches the app: %s", async (address) => {
  const headers = await ask("https://kompassen.example", address);
  expect(headers.get("strict-transport-security")).toBe("max-age=31536000; includeSubDomains");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("content-security-policy")).toMatch(/^default-src 'none'.*frame-ancestors 'none'$/);
  expect(headers.get("content-type")).toBe("text/javascript");
});

it("lets a page say its own policy, and asks for https only where there is https", async () => {
  const headers = await ask("http://127.0.0.1:3000", "/page");
  expect(headers.get("content-security-policy")).toBe("default-src 'self'");
  expect(headers.has("strict-transport-security")).toBe(false);
});
