import { expect, test } from "@playwright/test";
import { openChildWith, PERSONAS, signIn } from "./sign-in.ts";

test.use({ javaScriptEnabled: false });

test("without JavaScript a page reads whole, and a follow-up is filled in and handed in", async ({
  page,
}) => {
  await signIn(page, PERSONAS.stodsamordnare);
  await openChildWith(page, /Uppföljningen skulle ha gjorts/);
  await expect(page.locator("main svg").first()).toBeVisible();

  await page.getByRole("link", { name: "Ny uppföljning" }).first().click();
  await page.locator("main form").last().getByRole("button").last().click();
  await page
    .getByRole("navigation", { name: "Områden" })
    .getByRole("link", { name: /^Må bra/ })
    .first()
    .click();
  await page.getByRole("radio", { name: /^4/ }).check({ force: true });
  await page.getByRole("textbox").first().fill("Sover bra.");
  await page.locator("main form").getByRole("button").last().click();

  await page.goto(`${page.url().split("?")[0]}/kontroll`);
  await expect(page.getByText("Sover bra.")).toBeVisible();
  await page.getByRole("button", { name: "Lämna in" }).click();
  await expect(page).toHaveURL(/\/samtal\//);
});
