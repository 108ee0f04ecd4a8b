import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { openChildWith, PERSONAS, signIn } from "./sign-in.ts";

const LOOKS = [
  { locale: "sv", theme: "light" },
  { locale: "sv", theme: "dark" },
  { locale: "en", theme: "light" },
  { locale: "en", theme: "dark" },
] as const;

/** Addresses of every page a Stödsamordnare can reach, gathered by following the links. */
async function reachablePages(page: Page): Promise<string[]> {
  await signIn(page, PERSONAS.stodsamordnare);
  await openChildWith(page, /ingen tydlig förändring/);
  const child = new URL(page.url()).pathname;
  const signal = await page.locator('main a[href*="/signal/"]').first().getAttribute("href");
  const conversation = await page.locator('main a[href*="/samtal/"]').first().getAttribute("href");
  const base = child.replace("/behovskompass", "");
  await page.goto("/team");
  const team = await page.locator('main a[href^="/team/"]').first().getAttribute("href");
  return [
    "/",
    "/om/tillganglighet",
    "/logga-in",
    "/barn",
    "/barn/ny",
    child,
    ...["/stod", "/samtycke", "/uppgifter", "/uppfoljning"].map((rest) => base + rest),
    ...[signal, conversation, team].filter((address) => address !== null),
    "/team",
    "/inlasning",
    "/finns-inte",
  ];
}

for (const { locale, theme } of LOOKS) {
  test(`no page breaks WCAG 2.2 AA: ${locale}, ${theme}`, async ({ page, context, baseURL }) => {
    test.setTimeout(300_000);
    const pages = await reachablePages(page);
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
