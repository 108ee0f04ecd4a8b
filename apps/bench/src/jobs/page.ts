import { gzipSync } from "node:zlib";
import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { interleave, ratiosOf, valuesOf } from "../measure/interleave.ts";
import { quantile, spreadOf } from "../measure/spread.ts";
import { type Result, single } from "../report/result.ts";
import { startEmptyPage } from "../server/dashboard-server.ts";
import type { Bench } from "./bench.ts";
import type { ChartChildren } from "./chart.ts";

const LOADS_A_ROUND = 7;
const BYTES_A_KILOBYTE = 1024;

/** J7: the child's page in the browser: its script, what is read without it, and how soon it is seen. */
export async function measurePage(bench: Bench, { cookie, childIds }: ChartChildren): Promise<Result[]> {
  const empty = await startEmptyPage();
  const browser = await openBrowser();
  try {
    const child = { url: `${bench.dashboard.origin}/barn/${childIds[0]}/behovskompass`, cookie };
    const nothing = { url: empty.origin, cookie };
    const [script, emptyScript] = [
      await scriptKilobytes(browser, child),
      await scriptKilobytes(browser, nothing),
    ];
    const charts = await readableCharts(browser, child);
    const measured = await interleave<number>(
      [
        { name: "empty", run: () => timeToSee(browser, nothing) },
        { name: "child", run: () => timeToSee(browser, child) },
      ],
      bench.rounds,
    );
    const took = (name: string) => `${spreadOf(valuesOf(measured, name, (ms) => ms)).median.toFixed(0)} ms`;
    return [
      {
        job: "J7",
        what: "barnets sida, JavaScript (gzip)",
        value: single(script),
        unit: "kB",
        goal: { atMost: 100, stretch: 60 },
        note: `tom SvelteKit-sida ${emptyScript.toFixed(1)} kB`,
      },
      {
        job: "J7",
        what: "diagram som syns och har en tabell utan skript",
        value: single(charts),
        unit: "st",
        goal: { atLeast: MAIN_CHARTS },
      },
      {
        job: "J7",
        what: "barnets sida syns, mot tom SvelteKit-sida",
        value: spreadOf(ratiosOf(measured, ["child", "empty"], (ms) => ms)),
        unit: "x",
        goal: { atMost: 2 },
        note: `${took("child")} mot ${took("empty")}, största innehåll ritat`,
      },
    ];
  } finally {
    await browser.close();
    await empty.stop();
  }
}

interface Visit {
  readonly url: string;
  readonly cookie: string;
}

/** The compass, the reading chart and the small multiples. */
const MAIN_CHARTS = 3;

function openBrowser(): Promise<Browser> {
  const args = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
  ];
  return chromium
    .launch({ executablePath: "/usr/bin/chromium", args })
    .catch(() => chromium.launch({ args }));
}

async function visitor(browser: Browser, { url, cookie }: Visit, hasScript = true): Promise<BrowserContext> {
  const context = await browser.newContext({
    javaScriptEnabled: hasScript,
    viewport: { width: 1440, height: 1000 },
  });
  const [name = "", value = ""] = cookie.split("=");
  await context.addCookies([{ name, value, url: new URL(url).origin }]);
  return context;
}

/** All script that the page fetches, each file packed as a server would. */
async function scriptKilobytes(browser: Browser, visit: Visit): Promise<number> {
  const context = await visitor(browser, visit);
  const page = await context.newPage();
  const bodies: Promise<Buffer>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") bodies.push(response.body());
  });
  await page.goto(visit.url, { waitUntil: "networkidle" });
  const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body).length);
  await context.close();
  return sizes.reduce((sum, size) => sum + size, 0) / BYTES_A_KILOBYTE;
}

/** Drawn figures of the page as it comes from the server, in a browser that runs no script. */
async function readableCharts(browser: Browser, visit: Visit): Promise<number> {
  const context = await visitor(browser, visit, false);
  const page = await context.newPage();
  await page.goto(visit.url);
  const count = await countCharts(page);
  await context.close();
  return count;
}

async function countCharts(page: Page): Promise<number> {
  const figures = await page.locator("figure").all();
  let count = 0;
  for (const figure of figures) {
    const drawing = figure.locator("svg").first();
    const isDrawn = (await drawing.count()) > 0 && (await drawing.isVisible());
    const hasTable = (await figure.locator("table").count()) > 0;
    if (isDrawn && hasTable) count += 1;
  }
  return count;
}

/** Milliseconds until the largest content is painted, the middle of some visits with an empty cache. */
async function timeToSee(browser: Browser, visit: Visit): Promise<number> {
  const times: number[] = [];
  for (let load = 0; load < LOADS_A_ROUND; load += 1) {
    const context = await visitor(browser, visit);
    const page = await context.newPage();
    await page.goto(visit.url, { waitUntil: "load" });
    times.push(Number(await page.evaluate(LARGEST_PAINT)));
    await context.close();
  }
  return quantile(
    times.toSorted((a, b) => a - b),
    0.5,
  );
}

/** Runs in the browser, whose types this process does not have. */
const LARGEST_PAINT = `new Promise((resolve) => {
  new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime))
    .observe({ type: "largest-contentful-paint", buffered: true });
})`;
