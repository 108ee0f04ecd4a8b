import type { Server } from "node:http";
import path from "node:path";
import { pathToFileURL } from "node:url";

/** What a page needs beyond this it says itself, and that goes before. */
const HEADERS: Readonly<Record<string, string>> = {
  "content-security-policy": "default-src 'none'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

const HTTPS_ONLY = "max-age=31536000; includeSubDomains";

/** On every answer, also those that never reach the app: scripts, fonts, redirects, what could not be understood. */
export function guardEveryAnswer(server: Server, origin: string): void {
  server.prependListener("request", (_request, response) => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    if (origin.startsWith("https://")) response.setHeader("strict-transport-security", HTTPS_ONLY);
  });
}

/** `node serve-dashboard.ts BUILD`: the built dashboard in a process of its own. */
if (import.meta.main) {
  const [, , build = ""] = process.argv;
  const built: { readonly server: Server } = await import(pathToFileURL(path.join(build, "index.js")).href);
  guardEveryAnswer(built.server, process.env.ORIGIN ?? "");
}
