import { expect, type Page, test } from "@playwright/test";
import { findViolations } from "./accessible.ts";
import { openStatistics } from "./releases.ts";
import { openChildWith, PERSONAS, signIn, signInAsGuardian } from "./sign-in.ts";

/** Colours go with the theme and words with the language: two looks see both of each. */
const LOOKS = [
  { locale: "sv", theme: "light" },
  { locale: "en", theme: "dark" },
] as const;
type Look = (typeof LOOKS)[number];

const IS_FILE = /\.[a-z]+$/;
const ID = /[0-9a-f]{8}-[0-9a-f-]{27}|kompass-\d{4}-\d{4}Q\d-\d+|(?<=\/regel\/)[a-z_]+/g;

/** Two addresses of one kind differ only in which child, team, form, release or rule they are about. */
function kindOf(address: string, base: string): string {
  const { pathname, searchParams } = new URL(address, base);
  return [pathname.replace(ID, ":id"), ...searchParams.keys()].join("|");
}

/** Addresses on the page that lead to other pages of the product. */
async function linksOn(page: Page): Promise<string[]> {
  const links = await page
    .locator("a[href]:not([download])")
    .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  return [...new Set(links)].flatMap((link) => {
    const { origin, pathname, search } = new URL(link, page.url());
    return origin === new URL(page.url()).origin && !IS_FILE.test(pathname) ? [pathname + search] : [];
  });
}

async function violationsAt(page: Page, address: string, { locale, theme }: Look): Promise<string[]> {
  await page.goto(address);
  await expect(page.locator("html")).toHaveAttribute("lang", locale);
  await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
  return findViolations(page);
}

/**
 * One address of every kind that can be reached by following links, and what is wrong there.
 * @param seen the kinds that somebody before has been to; those found now are added
 */
async function followLinks(page: Page, from: readonly string[], look: Look, seen: Set<string>) {
  const addresses: string[] = [];
  const violations: string[] = [];
  const queue = [...from];
  for (let address = queue.shift(); address !== undefined; address = queue.shift()) {
    const kind = kindOf(address, page.url());
    if (seen.has(kind)) continue;
    seen.add(kind);
    addresses.push(address);
    violations.push(...(await violationsAt(page, address, look)));
    queue.push(...(await linksOn(page)));
  }
  return { addresses, violations };
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

/** Then the forms are there that ask for it first. */
async function proveWhoOneIs(page: Page): Promise<void> {
  await page.goto("/bekrafta?till=/session");
  await page.getByRole("button", { name: "Det är jag" }).click();
  await page.waitForURL("**/session");
}

/** Who goes through the pages that nobody before has been to, from where, and how many those are at least. */
const CRAWLS: readonly {
  readonly who: keyof typeof PERSONAS | "vardnadshavare";
  readonly least: number;
  readonly begin: (page: Page) => Promise<readonly string[]>;
}[] = [
  {
    who: "stodsamordnare",
    least: 45,
    begin: async (page) => {
      const form = await openForm(page);
      return [
        "/barn",
        "/team",
        "/inlasning",
        "/finns-inte",
        "/session",
        "/nodoppning",
        "/bekrafta?till=/nodoppning",
        form,
        `${form}/kontroll`,
      ];
    },
  },
  {
    who: "styrgrupp",
    least: 6,
    begin: async (page) => {
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
    begin: async (page) => {
      await openStatistics(page);
      return ["/statistik", "/statistik/utgavor"];
    },
  },
  { who: "loggranskare", least: 3, begin: async () => ["/logg"] },
  { who: "dataskyddsombud", least: 2, begin: async () => ["/gallring"] },
  { who: "administrator", least: 10, begin: async () => ["/administration"] },
  { who: "vardnadshavare", least: 5, begin: async () => ["/familj"] },
];

// A trace of every page would take longer than the pages, and what is found says where.
test.use({ trace: "off" });

const seen = new Set<string>();

for (const { who, least, begin } of CRAWLS) {
  test(`no page of ${who} breaks WCAG 2.2 AA`, async ({ page, context, baseURL }) => {
    test.setTimeout(900_000);
    await (who === "vardnadshavare" ? signInAsGuardian(page) : signIn(page, PERSONAS[who]));
    const from = await begin(page);
    await proveWhoOneIs(page);
    const wear = ({ locale, theme }: Look) =>
      context.addCookies([
        { name: "sprak", value: locale, url: baseURL ?? "" },
        { name: "tema", value: theme, url: baseURL ?? "" },
      ]);
    const [first, ...others] = LOOKS;
    await wear(first);
    const { addresses, violations } = await followLinks(page, from, first, seen);
    expect(addresses.length).toBeGreaterThanOrEqual(least);
    for (const look of others) {
      await wear(look);
      for (const address of addresses) violations.push(...(await violationsAt(page, address, look)));
    }
    expect(violations).toEqual([]);
  });
}
