import { defineConfig } from "vitest/config";

const room = (name: string, folder: string) => ({
  extends: true as const,
  test: { name, root: folder, include: ["src/**/*.test.ts"] },
});

export default defineConfig({
  test: {
    // A started server and a migrated database take their time on a busy machine.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    projects: [
      room("domain", "packages/domain"),
      room("disclosure", "packages/disclosure"),
      room("db", "packages/db"),
      room("api", "packages/api"),
      room("kompass", "apps/kompass"),
      room("tooling", "packages/tooling"),
      // Has its own file: it compiles Svelte.
      "apps/dashboard/vitest.config.ts",
    ],
  },
});
