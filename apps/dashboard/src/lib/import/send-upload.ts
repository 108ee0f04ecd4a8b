import type { ImportProgress } from "@kompassen/api/import";
import type { ActionResult } from "$app/forms";
import type { StreamLine } from "./stream-line.ts";

/**
 * Sends the form and reads the answer line by line.
 * @throws TypeError when the network or the server gives out on the way
 */
export async function sendUpload(
  step: "granska" | "las-in",
  body: FormData,
  onProgress: (progress: ImportProgress) => void,
): Promise<ActionResult> {
  const response = await fetch(`/inlasning/strom?steg=${step}`, { method: "POST", body });
  if (!response.ok || response.body === null) throw new TypeError(`status ${response.status}`);
  const text = response.body.pipeThrough(new TextDecoderStream());
  let waiting = "";
  for await (const part of iterate(text)) {
    const lines = (waiting + part).split("\n");
    waiting = lines.pop() ?? "";
    for (const line of lines) {
      const told = JSON.parse(line) as StreamLine;
      if ("progress" in told) onProgress(told.progress);
      else return toResult(told.status, told.answer);
    }
  }
  throw new TypeError("the answer ended before it was whole");
}

function toResult(status: number, data: Record<string, unknown>): ActionResult {
  return { type: status < 400 ? "success" : "failure", status, data, location: "/inlasning" };
}

/** Not every browser can yet iterate a stream by itself. */
async function* iterate(stream: ReadableStream<string>): AsyncGenerator<string> {
  const reader = stream.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
}
