import { defineConfig } from "vitest/config";

/**
 * The tests as Stryker runs them, in a copy of this package alone. The thousands of random histories are
 * left out: they are slow, and every mutant has to be killed by an example that says why.
 */
export default defineConfig({
  test: { include: ["src/**/*.test.ts"], exclude: ["src/follow-up/properties.test.ts"] },
});
