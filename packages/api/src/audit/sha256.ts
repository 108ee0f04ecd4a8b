import { hash } from "node:crypto";

let scratch = Buffer.allocUnsafe(4096);

/** SHA-256 of the bytes that `previous` is the hex of, followed by the text; as hex. A log has millions of rows. */
export function sha256(previous: string, text: string): string {
  const needed = previous.length / 2 + text.length * 3;
  if (needed > scratch.length) scratch = Buffer.allocUnsafe(needed * 2);
  const start = scratch.write(previous, 0, "hex");
  const end = start + scratch.write(text, start, "utf8");
  return hash("sha256", scratch.subarray(0, end), "hex");
}
