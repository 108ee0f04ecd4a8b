import type { ImportProgress } from "@kompassen/api/import";
import { answerUpload } from "#lib/import/answer-upload.server.ts";
import { ensureMayImport } from "#lib/import/ensure-may-import.server.ts";
import type { StreamLine } from "#lib/import/stream-line.ts";
import type { RequestHandler } from "./$types";

const EVERY_MS = 250;

/** The page's two steps, answered line by line: how far it has come now and then, and the answer last. */
export const POST: RequestHandler = ({ request, locals, url }) => {
  ensureMayImport(locals);
  const step = url.searchParams.get("steg") === "las-in" ? "commit" : "preview";
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start: async (controller) => {
      const send = (line: StreamLine) => controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      try {
        const answer = await answerUpload(request, locals, step, atMostEvery(EVERY_MS, send));
        const isRefused = "status" in answer;
        send({
          status: isRefused ? answer.status : 200,
          answer: isRefused ? answer.data : answer,
        });
        controller.close();
      } catch (caught) {
        controller.error(caught);
      }
    },
  });
  return new Response(body, { headers: { "content-type": "application/x-ndjson" } });
};

function atMostEvery(ms: number, send: (line: StreamLine) => void): (progress: ImportProgress) => void {
  let sentAt = performance.now();
  return (progress) => {
    const now = performance.now();
    if (now - sentAt < ms) return;
    sentAt = now;
    send({ progress });
  };
}
