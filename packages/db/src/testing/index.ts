export { EARLIER_RELEASES, makeEarlierRelease } from "./earlier-release.ts";
export { openTestDatabase, type TestDatabase } from "./test-database.ts";
