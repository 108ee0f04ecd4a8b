import { expect, type Page } from "@playwright/test";

/** The demo's past quarters are released beside the running server, and take their time on a busy machine. */
const ENOUGH = 400_000;

/** Opens the statistics once the eight of the demo's quarters are released; the officers may have released one more. */
export async function openStatistics(page: Page): Promise<void> {
  await expect(async () => {
    await page.goto("/statistik");
    await expect(page.getByRole("link", { name: /^Läs utgåva/ }).nth(7)).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: ENOUGH, intervals: [2_000] });
}
