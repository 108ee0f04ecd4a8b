import { Agent, request } from "node:http";
import { performance } from "node:perf_hooks";
import type { MeasuredServer } from "../server/dashboard-server.ts";
import { cpuTime } from "./cpu-time.ts";
import { quantile } from "./spread.ts";

export interface HttpCall {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly cookie: string;
  readonly body?: string;
}

/** What a server did in one round. */
export interface HttpSample {
  readonly requests: number;
  /** Milliseconds of the server process's processor time for each request. */
  readonly cpu: number;
  readonly p50: number;
  readonly p95: number;
  readonly perSecond: number;
}

/** Calls for some seconds over a few kept connections. @throws Error when an answer is anything but 200 */
export async function loadServer(
  server: MeasuredServer,
  nextCall: () => HttpCall,
  { seconds, connections }: { readonly seconds: number; readonly connections: number },
): Promise<HttpSample> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const latencies: number[] = [];
  const cpuBefore = await cpuTime(server.pid);
  const startedAt = performance.now();
  const endsAt = startedAt + seconds * 1000;
  const worker = async () => {
    while (performance.now() < endsAt) {
      const sentAt = performance.now();
      await callServer(server, nextCall(), agent);
      latencies.push(performance.now() - sentAt);
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  const took = performance.now() - startedAt;
  const cpu = (await cpuTime(server.pid)) - cpuBefore;
  agent.destroy();
  const sorted = latencies.toSorted((a, b) => a - b);
  return {
    requests: sorted.length,
    cpu: cpu / sorted.length,
    p50: quantile(sorted, 0.5),
    p95: quantile(sorted, 0.95),
    perSecond: (1000 * sorted.length) / took,
  };
}

export function callServer(
  { origin }: MeasuredServer,
  { method, path, cookie, body }: HttpCall,
  agent?: Agent,
): Promise<string> {
  const headers = { cookie, origin, ...(body === undefined ? {} : { "content-type": "application/json" }) };
  return new Promise((resolve, reject) => {
    const sent = request(
      `${origin}${path}`,
      { method, headers, ...(agent === undefined ? {} : { agent }) },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("error", reject);
        answer.on("end", () => {
          const text = Buffer.concat(chunks).toString();
          if (answer.statusCode === 200) resolve(text);
          else reject(new Error(`${method} ${path}: ${answer.statusCode} ${text.slice(0, 200)}`));
        });
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}
