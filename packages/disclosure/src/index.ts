export type { CountsAudit, Interval } from "./audit.ts";
export type { Cell, Release, ReleasedCell } from "./cell.ts";
export { type Certificate, readCertificate } from "./certificate.ts";
export type { Claim } from "./claim.ts";
export { type Counts, readCounts, type TableLine } from "./counts.ts";
export type { CountsInput } from "./counts-table.ts";
export {
  EXPECTATIONS,
  type Expectation,
  expectation,
  expectationText,
  type Rule,
} from "./expectation.ts";
export { type Fault, InputFaults } from "./fault.ts";
export { hidesEachChild, possibleScores } from "./individual-bound.ts";
export { codesOfAtom, type Lattice, type LatticeCell, parseLattice } from "./lattice.ts";
export type { MeansAudit } from "./means/audit-means.ts";
export type { MeansInput } from "./means/means-table.ts";
export { type ProtectedMeans, protectMeans } from "./means/protect-means.ts";
export { type MeansRelease, type MeansReleaseInput, releaseMeans } from "./means/release-means.ts";
export { readScores, SCORE_COLUMNS, type Scores } from "./means/scores.ts";
export { type MeansClaim, verifyMeans } from "./means/verify-means.ts";
export { verifyMeansReleases } from "./means/verify-means-releases.ts";
export { type Population, readPopulation, unknownPopulation } from "./population.ts";
export { type ProtectedCounts, ProtectionFailed, protectCounts } from "./protect-counts.ts";
export { type CountsRelease, type CountsReleaseInput, releaseCounts } from "./release-counts.ts";
export type { EarlierRelease } from "./series.ts";
export { shareCell } from "./share-band.ts";
export { openSolver, type Solver, SolverError } from "./solver.ts";
export { Unprotectable } from "./suppress.ts";
export type { WorldValues } from "./suppress-table.ts";
export type { CellTally } from "./tally.ts";
export { verifyWorlds } from "./verify.ts";
export { latestLattice, type Verification, verifyReleases } from "./verify-releases.ts";
