import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { defineConfig } from "@playwright/test";

const PORT = Number(process.env.E2E_PORT ?? 3199);
const ROOT = path.resolve(import.meta.dirname, "../..");

/** The real product with its own database and the invented municipalities, started as the README says. */
export default defineConfig({
  testDir: "src",
  testMatch: "**/*.spec.ts",
  outputDir: path.join(ROOT, "test-results"),
  // One product, one database: what one person does another may see.
  workers: 1,
  fullyParallel: false,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: `http://127.0.0.1:${PORT}`,
    locale: "sv-SE",
    timezoneId: "Europe/Stockholm",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
  webServer: {
    reuseExistingServer: process.env.E2E_REUSE === "1",
    command: `${process.execPath} ${path.join(ROOT, "apps/kompass/src/main.ts")} start`,
    url: `http://127.0.0.1:${PORT}/health`,
    timeout: 600_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
    stdout: "ignore",
    stderr: "pipe",
    env: {
      PORT: String(PORT),
      HOST: "127.0.0.1",
      KOMPASSEN_DATA: process.env.E2E_DATA ?? mkdtempSync(path.join(tmpdir(), "kompassen-e2e-")),
      PATH: `${path.join(ROOT, "node_modules/.bin")}${path.delimiter}${process.env.PATH}`,
    },
  },
});
