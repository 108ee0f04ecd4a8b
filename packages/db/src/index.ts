export * from "./connection/index.ts";
export * from "./roles/index.ts";
