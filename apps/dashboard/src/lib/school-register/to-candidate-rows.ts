import type { GuardianCandidate } from "@kompassen/api/school-register";
import type { Messages } from "#lib/messages/sv/index.ts";

export type CandidateRow = {
  readonly sourceId: string;
  readonly version: number;
  /** Absent for an adult with protected identity: whoever is responsible writes the name. */
  readonly name: string | null;
  readonly text: string;
  readonly relation: string;
  /** The register no longer says so, of somebody who was confirmed. */
  readonly isGone: boolean;
  /** For the guardian that a yes makes. */
  readonly guardianId: string;
};

export function toCandidateRows(
  candidates: readonly GuardianCandidate[],
  words: Messages["schoolRegister"],
  newId: () => string,
): CandidateRow[] {
  return candidates.map(({ sourceId, version, name, relationSource, isGone }) => ({
    sourceId,
    version,
    name,
    text: words.candidate(name ?? words.protected, relationSource.toLowerCase()),
    relation: relationSource.toLowerCase(),
    isGone,
    guardianId: newId(),
  }));
}
