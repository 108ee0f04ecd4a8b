import { ownAddress } from "#lib/server/own-origin.ts";
import { readCspReport } from "#lib/server/read-csp-report.ts";
import { runtime } from "#lib/server/runtime.ts";
import type { RequestHandler } from "./$types";

/** Of all browsers together: a page that breaks the policy says so a few times, whoever means harm says it often. */
const MOST = { most: 60, seconds: 60 };

/** Where browsers tell that the content policy has stopped something. */
export const POST: RequestHandler = async ({ request, url, locals }) => {
  const { log, counter } = runtime();
  try {
    counter?.take("csp", MOST, locals.context.now);
  } catch {
    return new Response(null, { status: 429 });
  }
  const report = readCspReport(await request.text(), ownAddress("/", url).origin);
  if (report !== null) log.record({ event: "content blocked", ...report });
  return new Response(null, { status: 204 });
};
