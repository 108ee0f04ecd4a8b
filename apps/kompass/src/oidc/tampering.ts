import { type KeyObject, sign } from "node:crypto";

/** Faults that the trial's login service can commit on purpose, for the tests of what Kompassen does then. */
export const TAMPERINGS = {
  ingen: "Inget fel",
  nonce: "Svaret hör till en annan fråga (nonce)",
  kod: "Koden har gått ut",
  klocka: "Klockan går en timme efter",
  gammal: "Frågar inte på nytt",
} as const;

export type Tampering = keyof typeof TAMPERINGS;

export function readTampering(written: string | null): Tampering {
  return Object.keys(TAMPERINGS).includes(written ?? "") ? (written as Tampering) : "ingen";
}

const AN_HOUR = 3_600;

/** The same ID token as a service whose clock is an hour slow would have signed it. */
export function anHourSlow(token: string, key: KeyObject): string {
  const [header = "", payload = ""] = token.split(".");
  const claims = JSON.parse(Buffer.from(payload, "base64url").toString());
  const late = { ...claims, iat: claims.iat - AN_HOUR, exp: claims.exp - AN_HOUR };
  const signed = `${header}.${Buffer.from(JSON.stringify(late)).toString("base64url")}`;
  return `${signed}.${sign("sha256", Buffer.from(signed), key).toString("base64url")}`;
}
