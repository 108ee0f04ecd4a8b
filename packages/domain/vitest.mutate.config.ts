import { defineConfig } from "vitest/config";

/** The tests as Stryker runs them, in a copy of this package alone. */
export default defineConfig({ test: { include: ["src/**/*.test.ts"] } });
