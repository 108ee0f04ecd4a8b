import { defineConfig } from "vitest/config";

/** The tests of the primary rules and the verifier: they need no solver, so thousands of runs are quick. */
export default defineConfig({
  test: {
    include: [
      "src/primary.test.ts",
      "src/individual-bound.test.ts",
      "src/share-band.test.ts",
      "src/insiders.test.ts",
      "src/weight.test.ts",
      "src/demand.test.ts",
      "src/verify.test.ts",
      "src/means/mean-cell.test.ts",
    ],
  },
});
