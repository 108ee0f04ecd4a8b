import { barnetsPlanRouter } from "./barnets-plan/router.ts";
import { barnteamRouter } from "./barnteam/router.ts";
import { behovskompassRouter } from "./behovskompass/router.ts";
import { consentRouter } from "./consent/router.ts";
import { followUpRouter } from "./follow-up/router.ts";
import { peopleRouter } from "./people/router.ts";
import { createCallerFactory, router } from "./procedure/index.ts";

/** Every way in to data: one router a room. */
export const appRouter = router({
  people: peopleRouter,
  behovskompass: behovskompassRouter,
  followUp: followUpRouter,
  barnteam: barnteamRouter,
  consent: consentRouter,
  barnetsPlan: barnetsPlanRouter,
});

export type AppRouter = typeof appRouter;
export const createCaller = createCallerFactory(appRouter);
