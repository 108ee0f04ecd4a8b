/** The Barnteam groups; where they overlap the team decides, not the age (domain C.1). */
export const BARNTEAM_AGE_GROUPS = ["0-2,5", "1-6", "7-12", "13-16", "utan_barnteam"] as const;

export type BarnteamAgeGroup = (typeof BARNTEAM_AGE_GROUPS)[number];
