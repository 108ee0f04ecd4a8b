import { createHmac } from "node:crypto";

const CENTURY_DIGITS = 12;

/**
 * A keyed digest of a personal number, for finding the same person again; the number itself is never kept.
 * @returns hexadecimal, or null without a key, or for what is no number of twelve digits
 */
export function civicDigest(civicNo: string | null, key: string | null): string | null {
  const digits = civicNo?.replace(/\D/g, "") ?? "";
  if (key === null || digits.length !== CENTURY_DIGITS) return null;
  return createHmac("sha256", key).update(`civicNo:${digits}`).digest("hex");
}

/** `KOMPASSEN_REGISTER_KEY`: without it no digest is kept and nobody is found by number. */
export function civicKey(): string | null {
  const key = process.env.KOMPASSEN_REGISTER_KEY ?? "";
  return key === "" ? null : key;
}
