export { readHeads, readLatest, readRelease, readReleases, readReleaseWithin } from "./read-releases.ts";
export { readerProcedure, STATISTICS_READERS } from "./reader.ts";
export { statisticsRouter } from "./router.ts";
