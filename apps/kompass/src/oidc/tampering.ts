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
  return written !== null && Object.hasOwn(TAMPERINGS, written) ? (written as Tampering) : "ingen";
}
