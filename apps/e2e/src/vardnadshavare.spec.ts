import { expect, type Page, test } from "@playwright/test";
import { findViolations } from "./accessible.ts";
import { PERSONAS, signIn, signInAsGuardian } from "./sign-in.ts";

async function expectAccessible(page: Page): Promise<void> {
  expect(await findViolations(page)).toEqual([]);
}

test.slow();

test("a guardian at home sees what is agreed, shared and looked at, and takes back the own yes in one step", async ({
  page,
  browser,
}) => {
  await signInAsGuardian(page);

  await test.step("the own children, and nothing of the staff's", async () => {
    await expect(page.getByRole("heading", { name: "Mina barn" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Barn jag följer" })).toHaveCount(0);
    await expectAccessible(page);
    await page.goto("/barn");
    await expect(page).toHaveURL(/\/familj$/);
  });

  await page.getByRole("main").getByRole("listitem").first().getByRole("link").click();
  await expect(page.getByRole("heading", { name: "Det här har vi kommit överens om" })).toBeVisible();
  const child = page.url();

  await test.step("whom to ask, and how to have something corrected", async () => {
    const contact = page.getByRole("region", { name: "Vem kan du fråga?" });
    await expect(contact).toContainText("Barnkontakt");
    await expect(contact).toContainText("Du har rätt att få fel rättade.");
    await expectAccessible(page);
  });

  await test.step("what has been shared, with whom and why", async () => {
    await page.getByRole("link", { name: "Vad vi har delat" }).click();
    await expect(page.getByText("Med vem").first()).toBeVisible();
    await expect(page.getByText("Ni har sagt ja till det.").first()).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("who has looked, by name, day and reason", async () => {
    const context = await browser.newContext();
    const staff = await context.newPage();
    await signIn(staff, PERSONAS.stodsamordnare);
    await staff.goto(child.replace("/familj/", "/barn/"));
    await context.close();
    await page.getByRole("link", { name: "Vem har tittat" }).click();
    const looks = page.getByRole("listitem").filter({ hasText: PERSONAS.stodsamordnare });
    await expect(looks.first()).toContainText("för att följa hur barnet har det");
    await expectAccessible(page);
  });

  await test.step("the own yes is taken back by the keyboard, in one step, and what closes with it is told", async () => {
    await page.getByRole("link", { name: "Det du har sagt ja till" }).click();
    await expectAccessible(page);
    const name = "Ta tillbaka mitt ja: Att de som ger stöd får träffas";
    await page.getByRole("link", { name }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Ja, ta tillbaka" }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByText("Ditt ja är taget tillbaka.")).toBeVisible();
    await page.goto(`${child}/samtycke`);
    await expect(page.getByText("Du har tagit tillbaka ditt ja").first()).toBeVisible();
    await expect(page.getByRole("link", { name })).toHaveCount(0);
  });

  await test.step("without JavaScript it is the same step", async () => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      storageState: await page.context().storageState(),
    });
    const plain = await context.newPage();
    await plain.goto(`${child}/samtycke`);
    await plain
      .getByRole("link", { name: "Ta tillbaka mitt ja: Att vi får prata med barnets kontakt" })
      .click();
    await plain.getByRole("button", { name: "Ja, ta tillbaka" }).click();
    await expect(plain.getByText("Ditt ja är taget tillbaka.")).toBeVisible();
    await context.close();
  });

  await test.step("whoever is responsible sees that it was done at home", async () => {
    const context = await browser.newContext();
    const staff = await context.newPage();
    await signIn(staff, PERSONAS.stodsamordnare);
    await staff.goto(`${child.replace("/familj/", "/barn/")}/samtycke`);
    const history = staff.getByRole("region", { name: "Alla svar" });
    await expect(history.getByText(/Gjort av vårdnadshavaren själv, inloggad/).first()).toBeVisible();
    await context.close();
  });
});
