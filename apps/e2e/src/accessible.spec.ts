import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { openStatistics } from "./releases.ts";
import { openChildWith, PERSONAS, signIn } from "./sign-in.ts";

/** Colours go with the theme and words with the language: two looks see both of each. */
const LOOKS = [
  { locale: "sv", theme: "light" },
  { locale: "en", theme: "dark" },
] as const;

const FIRST = ["/", "/barn", "/team", "/inlasning", "/finns-inte"];
const IS_FILE = /\.[a-z]+$/;
const ID = /[0-9a-f]{8}-[0-9a-f-]{27}|kompass-\d{4}-\d{4}Q\d-\d+/g;

/** Two addresses of one kind differ only in which child, team, form or release they are about. */
function kindOf(address: string, base: string): string {
  const { pathname, searchParams } = new URL(address, base);
  return [pathname.replace(ID, ":id"), ...searchParams.keys()].join("|");
}

/** One address of every kind that can be reached by following links. */
async function followLinks(page: Page, from: readonly string[]): Promise<string[]> {
  const found = new Map<string, string>();
  const queue = [...from];
  for (let address = queue.shift(); address !== undefined; address = queue.shift()) {
    const kind = kindOf(address, page.url());
    if (found.has(kind)) continue;
    found.set(kind, address);
    await page.goto(address);
    const links = await page
      .locator("a[href]:not([download])")
      .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
    for (const link of new Set(links)) {
      const { origin, pathname, search } = new URL(link, page.url());
      if (origin === new URL(page.url()).origin && !IS_FILE.test(pathname)) queue.push(pathname + search);
    }
  }
  return [...found.values()];
}

/** A form half-way, so that its pages are there too: the one that is open already, or a new one. */
async function openForm(page: Page): Promise<string> {
  await openChildWith(page, /Uppföljningen är om/);
  const goOn = page.getByRole("link", { name: "Fortsätt formuläret" }).first();
  if ((await goOn.count()) > 0) {
    await goOn.click();
  } else {
    await page.getByRole("link", { name: "Ny uppföljning" }).first().click();
    await page.locator("main form").last().getByRole("button").last().click();
  }
  await expect(page.getByRole("heading", { name: "Var vill du börja?" })).toBeVisible();
  return new URL(page.url()).pathname;
}

/** Whose pages are gone through, from where, and how many kinds there are at least. */
const CRAWLS = [
  {
    who: "stodsamordnare",
    least: 25,
    begin: async (page: Page) => {
      const form = await openForm(page);
      return [...FIRST, form, `${form}/kontroll`];
    },
  },
  {
    who: "styrgrupp",
    least: 5,
    begin: async (page: Page) => {
      await openStatistics(page);
      return [
        "/statistik",
        "/statistik?tabell=medel&niva=enhet&skattare=barn",
        "/statistik?tabell=forandring&niva=omrade&behov=fritid",
        "/statistik/jamfor",
      ];
    },
  },
  {
    who: "statistikansvarig",
    least: 2,
    begin: async (page: Page) => {
      await openStatistics(page);
      return ["/statistik", "/statistik/utgavor"];
    },
  },
] as const;

/** Gathered once for each: the pages are the same in every look. */
const gathered = new Map<string, string[]>();

/** Every kind of page that nobody before has been to. */
async function everyPage(page: Page, { who, begin }: (typeof CRAWLS)[number]): Promise<string[]> {
  const known = gathered.get(who);
  if (known !== undefined) return known;
  const kinds = (addresses: readonly string[]) => addresses.map((address) => kindOf(address, page.url()));
  const seen = new Set(kinds([...gathered.values()].flat()));
  const all = await followLinks(page, await begin(page));
  const fresh = all.filter((address) => !seen.has(kindOf(address, page.url())));
  gathered.set(who, fresh);
  return fresh;
}

for (const crawl of CRAWLS) {
  for (const { locale, theme } of LOOKS) {
    test(`no page of ${crawl.who} breaks WCAG 2.2 AA: ${locale}, ${theme}`, async ({
      page,
      context,
      baseURL,
    }) => {
      test.setTimeout(900_000);
      await signIn(page, PERSONAS[crawl.who]);
      const pages = await everyPage(page, crawl);
      expect(pages.length).toBeGreaterThanOrEqual(crawl.least);
      await context.addCookies([
        { name: "sprak", value: locale, url: baseURL ?? "" },
        { name: "tema", value: theme, url: baseURL ?? "" },
      ]);
      const found: string[] = [];
      for (const address of pages) {
        await page.goto(address);
        await expect(page.locator("html")).toHaveAttribute("lang", locale);
        await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
        const { violations } = await new AxeBuilder({ page })
          .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
          .analyze();
        found.push(...violations.map(({ id, nodes }) => `${address} ${id}: ${nodes[0]?.html}`));
      }
      expect(found).toEqual([]);
    });
  }
}
