import { createHash, randomBytes } from "node:crypto";

/** 256 random bits, as they stand in a cookie. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** Only the hash is stored: whoever reads the table cannot sign in. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
