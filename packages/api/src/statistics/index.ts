export { readHeads, readLatest, readRelease, readReleases } from "./read-releases.ts";
export { STATISTICS_READERS } from "./reader.ts";
export { statisticsRouter } from "./router.ts";
