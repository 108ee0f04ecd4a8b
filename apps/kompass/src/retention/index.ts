export { type PurgesDone, purgeApproved, purgeWhatCameBack } from "./purge.ts";
