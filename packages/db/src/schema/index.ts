export * from "./audit.ts";
export * from "./barnets-plan.ts";
export * from "./barnteam.ts";
export * from "./behovskompass.ts";
export * from "./consent.ts";
export * from "./follow-up.ts";
export * from "./organisation.ts";
export * from "./people.ts";
