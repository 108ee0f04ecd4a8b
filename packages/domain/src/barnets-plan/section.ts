/** The sections of Barnets plan in order (domain A.5). */
export const PLAN_SECTIONS = [
  "information_om_mig",
  "narmast_mig",
  "mina_mal",
  "min_skattning",
  "barnteamets_och_vardnadshavares_skattning",
  "tidigare_handelser",
  "fordjupad_behovskompass",
  "sa_har_ska_vi_na_mina_mal",
  "uppfoljning",
  "underskrifter",
] as const;

export type PlanSection = (typeof PLAN_SECTIONS)[number];
