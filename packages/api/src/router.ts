import { administrationRouter } from "./administration/index.ts";
import { barnetsPlanRouter } from "./barnets-plan/index.ts";
import { barnteamRouter } from "./barnteam/index.ts";
import { behovskompassRouter } from "./behovskompass/index.ts";
import { consentRouter } from "./consent/index.ts";
import { emergencyAccessRouter } from "./emergency-access/index.ts";
import { exportRouter } from "./export/index.ts";
import { familyRouter } from "./family/index.ts";
import { followUpRouter } from "./follow-up/index.ts";
import { importRouter } from "./import/index.ts";
import { logReviewRouter } from "./log-review/index.ts";
import { peopleRouter } from "./people/index.ts";
import { createCallerFactory, router } from "./procedure/index.ts";
import { releaseRouter } from "./release/index.ts";
import { retentionRouter } from "./retention/index.ts";
import { schoolRegisterRouter } from "./school-register/index.ts";
import { sharingRouter } from "./sharing/index.ts";
import { statisticsRouter } from "./statistics/index.ts";

/** Every way in to data: one router a room. */
export const appRouter = router({
  people: peopleRouter,
  behovskompass: behovskompassRouter,
  followUp: followUpRouter,
  barnteam: barnteamRouter,
  consent: consentRouter,
  sharing: sharingRouter,
  family: familyRouter,
  emergencyAccess: emergencyAccessRouter,
  barnetsPlan: barnetsPlanRouter,
  import: importRouter,
  release: releaseRouter,
  logReview: logReviewRouter,
  retention: retentionRouter,
  statistics: statisticsRouter,
  export: exportRouter,
  administration: administrationRouter,
  schoolRegister: schoolRegisterRouter,
});

export type AppRouter = typeof appRouter;
export const createCaller = createCallerFactory(appRouter);
