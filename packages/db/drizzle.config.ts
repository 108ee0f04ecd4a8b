import { defineConfig } from "drizzle-kit";

/** `pnpm --filter @kompassen/db generate --name add_x`: the next migration from the schema. */
export default defineConfig({ dialect: "postgresql", schema: "./src/schema/index.ts", out: "./migrations" });
