export type { ShareBook, ShareView, WithheldView } from "./list-shares.ts";
export { recordPrintout } from "./record-printout.ts";
export { recordShareInput } from "./record-share.ts";
export { sharingRouter } from "./router.ts";
export { listTeamsOf, shareWithTeam } from "./share-with-team.ts";
export { tellShareInput, withholdShareInput } from "./tell-share.ts";
export { reviewWithheldInput, withholdInput } from "./withhold.ts";
