import { defineConfig } from "vitest/config";

const room = (name: string, folder: string) => ({
  extends: true as const,
  test: { name, root: folder, include: ["src/**/*.test.ts"] },
});

export default defineConfig({
  test: {
    projects: [
      room("domain", "packages/domain"),
      room("disclosure", "packages/disclosure"),
      room("db", "packages/db"),
      room("api", "packages/api"),
      room("kompass", "apps/kompass"),
      // Has its own file: it compiles Svelte.
      "apps/dashboard/vitest.config.ts",
    ],
  },
});
