import { createHmac } from "node:crypto";

/** A personal identity number as it is stored: the same each time, and nothing without the server's key. */
export function pseudonymOf(value: string, key: string): string {
  return `hmac:${createHmac("sha256", key).update(value).digest("base64url")}`;
}
