import { createServer } from "node:http";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import type { Context } from "../context/index.ts";
import { appRouter } from "../router.ts";

export interface TrpcServer {
  /** `http://127.0.0.1:…` */
  readonly address: string;
  close(): Promise<void>;
}

/** The router over real HTTP, as the route /trpc of the dashboard serves it. */
export async function serveTrpc(contextFor: (headers: Headers) => Context): Promise<TrpcServer> {
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const headers = new Headers(
      Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
    );
    const request = new Request(new URL(incoming.url ?? "/", "http://127.0.0.1"), {
      method: "POST",
      headers,
      body: Buffer.concat(chunks),
    });
    const response = await fetchRequestHandler({
      endpoint: "/trpc",
      req: request,
      router: appRouter,
      createContext: () => contextFor(headers),
      allowMethodOverride: true,
    });
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    outgoing.end(await response.text());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const at = server.address();
  if (at === null || typeof at === "string") throw new Error("not listening");
  return {
    address: `http://127.0.0.1:${at.port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
