export { purgeApproved, purgeWhatCameBack } from "./purge.ts";
