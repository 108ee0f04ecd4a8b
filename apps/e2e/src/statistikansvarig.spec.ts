import { expect, test } from "@playwright/test";
import { openStatistics } from "./releases.ts";
import { PERSONAS, signIn } from "./sign-in.ts";

test("a draft is made, looked through, left to a second person, and frozen when that person approves", async ({
  browser,
  page,
  baseURL,
}) => {
  test.setTimeout(600_000);
  await signIn(page, PERSONAS.statistikansvarig);
  await openStatistics(page);

  await test.step("without a quarter nothing is asked for", async () => {
    await page.getByRole("link", { name: "Ta fram utgåvor" }).click();
    await page.getByRole("checkbox").uncheck();
    await page.getByRole("button", { name: "Ta fram utkastet" }).click();
    await expect(page.getByRole("alert")).toContainText("Välj minst ett kvartal.");
  });

  await test.step("the one quarter that has ended and is not released is asked for, and made by a job", async () => {
    await page.getByRole("checkbox").check();
    await page.getByRole("button", { name: "Ta fram utkastet" }).click();
    await expect(page).toHaveURL(/\/statistik\/utgavor\/[0-9a-f-]+$/);
    await expect(page.getByRole("heading", { name: "Granskningen i korthet" })).toBeVisible({
      timeout: 300_000,
    });
  });
  const draft = page.url();

  await test.step("what would be hidden is told with its number and why, and nothing is disclosed", async () => {
    await expect(page.getByRole("definition").first()).toHaveText("0");
    const hidden = page.getByRole("table", { name: "Stegen i processen" });
    await expect(hidden.getByRole("row").filter({ hasText: "för egen skull" }).first()).toBeVisible();
    await expect(
      hidden
        .getByRole("row")
        .filter({ hasText: /\d+\s*för (egen|andras) skull/ })
        .first(),
    ).toBeVisible();
  });

  await test.step("whoever made it cannot approve it, and is told why", async () => {
    await expect(page.getByText("En annan statistikansvarig måste godkänna det")).toBeVisible();
    await expect(page.getByRole("button", { name: "Godkänn och släpp" })).toHaveCount(0);
  });

  const window = await browser.newContext({
    baseURL: baseURL ?? "",
    locale: "sv-SE",
    javaScriptEnabled: false,
  });
  const second = await window.newPage();
  const releaseUrl = await test.step("a second person approves it, without scripts", async () => {
    await signIn(second, PERSONAS.secondStatistikansvarig);
    await second.goto(draft);
    await second.getByRole("link", { name: "Bekräfta att det är du" }).click();
    await second.getByRole("button", { name: "Det är jag" }).click();
    await expect(second).toHaveURL(new RegExp(new URL(draft).pathname));
    await second.getByRole("button", { name: "Godkänn och släpp" }).click();
    await expect(second.getByRole("alert")).toContainText("Kryssa i att du har gått igenom utkastet.");
    await second.getByRole("checkbox", { name: "Jag har gått igenom utkastet" }).check();
    await second.getByRole("button", { name: "Godkänn och släpp" }).click();
    await expect(second.getByText(/Släppt och fryst som kompass-9001-/)).toBeVisible();
    await second.getByRole("link", { name: "Läs utgåvan" }).click();
    await expect(second.getByRole("heading", { level: 1 })).toContainText("Statistik:");
    return second.url();
  });

  await test.step("whoever still has the draft open is told that it is decided", async () => {
    await page.getByRole("button", { name: "Dra tillbaka utkastet" }).click();
    await expect(page.getByRole("alert")).toContainText("Utkastet är inte längre öppet");
    await page.goto(draft);
    await expect(page.getByRole("button", { name: "Dra tillbaka utkastet" })).toHaveCount(0);
    await page.goto("/statistik/utgavor");
    await expect(page.getByText("Alla kvartal som är slut är redan släppta.")).toBeVisible();
  });

  await test.step("the steering group reads it as the latest", async () => {
    const other = await browser.newContext({ baseURL: baseURL ?? "", locale: "sv-SE" });
    const reader = await other.newPage();
    await signIn(reader, PERSONAS.styrgrupp);
    await reader.goto("/statistik");
    await expect(reader.getByRole("link", { name: /^Läs utgåva/ }).first()).toHaveAttribute(
      "href",
      new URL(releaseUrl).pathname,
    );
    await other.close();
  });
  await window.close();
});
