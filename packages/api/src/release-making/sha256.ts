import { hash } from "node:crypto";

/** In hex. */
export function sha256Of(text: string): string {
  return hash("sha256", text, "hex");
}
