import { expect, test } from "@playwright/test";
import { PERSONAS, signIn } from "./sign-in.ts";

test("meeting mode shows one child at a time, turns by the arrow keys and names nobody else", async ({
  page,
}) => {
  await signIn(page, PERSONAS.teammedlem);
  await page.goto("/team");
  const meetings = await page
    .locator('main a[href^="/team/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));

  const names = await test.step("a meeting with more than one child on its agenda", async () => {
    for (const address of new Set(meetings)) {
      await page.goto(address);
      const open = page.getByRole("link", { name: "Öppna mötesläget" }).first();
      if ((await open.count()) === 0) continue;
      await open.click();
      await page.waitForURL("**/mote/**");
      const position = await page
        .getByText(/^Barn 1 av \d+$/)
        .textContent({ timeout: 2_000 })
        .catch(() => null);
      if (position === null || position.endsWith(" 1")) continue;
      const first = await page.getByRole("heading", { level: 1 }).innerText();
      await page.keyboard.press("ArrowRight");
      await expect(page.getByText(/^Barn 2 av/)).toBeVisible();
      return { first, second: await page.getByRole("heading", { level: 1 }).innerText() };
    }
    throw new Error("no team of this person has two children on one agenda");
  });

  await test.step("nobody else's name is anywhere on the page, nor in its title or address", async () => {
    expect(names.second).not.toBe(names.first);
    await expect(page.locator("body")).not.toContainText(names.first);
    await page.reload();
    await expect(page.getByText(/^Barn 2 av/)).toBeVisible();
    expect(await page.content()).not.toContain(names.first);
    expect(await page.title()).not.toContain(names.second);
    expect(page.url()).not.toContain(encodeURIComponent(names.second));
    await expect(page.getByRole("navigation", { name: "Huvudmeny" })).toHaveCount(0);
  });

  await test.step("it is read from one and a half metres, and Esc leaves it", async () => {
    const size = await page
      .getByRole("heading", { level: 1 })
      .evaluate((heading) => Number.parseFloat(getComputedStyle(heading).fontSize));
    expect(size).toBeGreaterThanOrEqual(48);
    await page.keyboard.press("Escape");
    await page.waitForURL((url) => !url.pathname.includes("/mote/"));
  });
});
