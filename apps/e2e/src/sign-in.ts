import type { Page } from "@playwright/test";

/** The invented persons whose days are tested, by the name on their button at the login page. */
export const PERSONAS = {
  stodsamordnare: "Solejla Björkverle",
  otherStodsamordnare: "Rikumi Havissle",
  barnkontakt: "Tuvarle Granunnert",
  barnkontaktForskola: "Milovi Lindolke",
  administrator: "Pelovi Norrejde",
  withoutChildren: "Linarle Sävymle",
  teammedlem: "Jolyri Askverle",
  styrgrupp: "Viliske Hedunnert",
  statistikansvarig: "Olyri Ängissle",
  secondStatistikansvarig: "Tinumi Hedymle",
  dataskyddsombud: "Hanulje Fjällverle",
  loggranskare: "Sigarle Dalolke",
} as const;

export async function signIn(page: Page, name: string): Promise<void> {
  await page.goto("/logga-in");
  await page.getByRole("button", { name: `Logga in som ${name}` }).click();
  await page.waitForURL((url) => url.pathname !== "/logga-in");
}

/** The first guardian of the login page. Their names follow from the children's, so they are not known here. */
export async function signInAsGuardian(page: Page): Promise<void> {
  await page.goto("/logga-in");
  await page.locator('form:has(input[name="guardian"])').first().getByRole("button").click();
  await page.waitForURL("**/familj");
}

/** Proves anew who one is, from a page that asks for it, and comes back there: in the demo a button is enough. */
export async function stepUp(page: Page): Promise<void> {
  const { pathname } = new URL(page.url());
  await page
    .getByRole("link", { name: /^Bekräfta att det är du/ })
    .first()
    .click();
  await page.waitForURL("**/bekrafta?**");
  await page.getByRole("button", { name: "Det är jag" }).click();
  await page.waitForURL((url) => url.pathname === pathname);
}

/** The child's page of the first child in the work list whose reason matches. */
export async function openChildWith(page: Page, reason: RegExp): Promise<void> {
  await page.goto("/barn");
  const row = page
    .getByRole("listitem")
    .filter({ hasText: reason })
    .filter({ has: page.getByRole("heading") })
    .first();
  await row.getByRole("heading").getByRole("link").click();
  await page.waitForURL("**/behovskompass");
}
