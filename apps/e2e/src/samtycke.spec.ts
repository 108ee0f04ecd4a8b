import { expect, type Page, test } from "@playwright/test";
import { PERSONAS, signIn } from "./sign-in.ts";

/** A girl of thirteen and her two guardians, followed by the Barnkontakt from today. */
async function registerFamily(page: Page): Promise<string> {
  await page.goto("/barn/ny");
  const names = page.locator('input[name^="guardians."][name$=".name"]');
  await page.getByRole("button", { name: "Lägg till en vårdnadshavare" }).click();
  await expect(names).toHaveCount(2);
  const fill = (name: string, value: string) => page.locator(`input[name="${name}"]`).fill(value);
  await fill("guardians.0.name", "Mirava Granverle");
  await fill("guardians.0.relation", "mamma");
  await fill("guardians.1.name", "Erovi Granverle");
  await fill("guardians.1.relation", "pappa");
  await page.getByLabel("Förnamn").first().fill("Nilovi");
  await page.getByLabel("Efternamn").first().fill("Granverle");
  const thirteen = new Date();
  thirteen.setFullYear(thirteen.getFullYear() - 13);
  await page.getByLabel(/Födelsedatum/).fill(thirteen.toISOString().slice(0, 10));
  await page.getByLabel(/Enhet/).selectOption({ index: 1 });
  await page.getByRole("button", { name: "Registrera barnet" }).last().click();
  await page.waitForURL(/\/barn\/[0-9a-f-]{36}/);
  const [, , childId = ""] = new URL(page.url()).pathname.split("/");
  return `/barn/${childId}/samtycke`;
}

/** Fills in an answer by the keyboard alone. */
async function answer(
  page: Page,
  samtycke: string,
  one: { readonly step: string; readonly who: string; readonly state: string; readonly paper?: string },
): Promise<void> {
  await page.goto(samtycke);
  await page.getByRole("link", { name: `Skriv in svar: ${one.who}, ${one.step}`, exact: true }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("radio", { name: one.state }).focus();
  await page.keyboard.press("Space");
  if (one.paper !== undefined) {
    await page.getByLabel("Var papperet finns").focus();
    await page.keyboard.type(one.paper);
  }
  await page.getByRole("button", { name: "Spara svaret" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Svaret är sparat.")).toBeVisible();
}

const YES = "Ja, samtycker";
const MOTHER = "Mirava Granverle (mamma)";
const FATHER = "Erovi Granverle (pappa)";

test.slow();

test("the Barnkontakt asks two guardians and a girl of thirteen, prints the sheets, and takes a withdrawal by phone", async ({
  page,
  browser,
}) => {
  await signIn(page, PERSONAS.barnkontakt);
  const samtycke = await registerFamily(page);
  const grid = () => page.getByRole("table", { name: "Vem som har svarat vad, steg för steg" });

  await test.step("the page says whom to ask first, and that the girl may be asked herself", async () => {
    await page.goto(samtycke);
    await expect(page.getByText(`Fråga ${MOTHER} om muntligt samtycke.`)).toBeVisible();
    await expect(page.getByText("Barnet har fyllt 12.")).toBeVisible();
  });

  await test.step("asked and answered, each for oneself, by the keyboard", async () => {
    await answer(page, samtycke, { step: "Muntligt", who: MOTHER, state: "Tillfrågad, har inte svarat än" });
    await expect(grid().getByRole("row", { name: /Mirava/ })).toContainText("tillfrågad");
    await answer(page, samtycke, { step: "Muntligt", who: MOTHER, state: YES });
    await answer(page, samtycke, { step: "Muntligt", who: FATHER, state: YES });
    for (const who of [MOTHER, FATHER]) {
      await answer(page, samtycke, { step: "Barnteam", who, state: YES, paper: "Pärm 4, rum 12" });
    }
    await expect(grid()).toContainText(/Barnteam\s*gäller/);
  });

  await test.step("whether the girl answers herself is decided, with the reason kept", async () => {
    await page.getByRole("link", { name: "Bestäm om barnet ska svara själv: Barnteam" }).click();
    await page.getByRole("radio", { name: "Ja, fråga barnet självt" }).check();
    await page.getByLabel("Varför").fill("Hon förstår vad teamet är till för");
    await page.getByRole("button", { name: "Spara" }).click();
    await expect(page.getByText(/Hon förstår vad teamet är till för/)).toBeVisible();
    await expect(page.getByText("Fråga Barnet om samtycke inför Barnteam.")).toBeVisible();
    await answer(page, samtycke, { step: "Barnteam", who: "Barnet", state: YES, paper: "Pärm 4, rum 12" });
    await expect(grid()).toContainText(/Barnteam\s*gäller/);
  });

  await test.step("the form and the letter are one sheet each, without the app around them", async () => {
    for (const name of ["Blankett: Barnteam", "Informationsbrev till familjen"]) {
      await page.goto(samtycke);
      await page.getByRole("link", { name, exact: true }).click();
      await expect(page.getByText("Mall: platshållare.")).toBeVisible();
      await expect(page.getByRole("navigation")).toHaveCount(0);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      expect(pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1);
    }
    await page.goto(samtycke);
    await page.getByRole("link", { name: "Blankett: Barnteam, på engelska" }).click();
    await expect(page.getByRole("heading", { name: "Consent before the Barnteam" })).toBeVisible();
  });

  await test.step("a parent calls and takes it back: one step, also without JavaScript, and the page says what closed", async () => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      storageState: await page.context().storageState(),
    });
    const plain = await context.newPage();
    await plain.goto(samtycke);
    await plain.getByRole("link", { name: `Skriv in att ${FATHER} tar tillbaka sitt ja` }).click();
    await plain.getByRole("button", { name: "Ta tillbaka nu" }).click();
    await expect(plain.getByText("Samtycket är återtaget")).toBeVisible();
    const row = plain.getByRole("row", { name: /Erovi/ });
    await expect(row).toContainText("återtaget");
    await expect(plain.getByRole("table")).toContainText(/Barnteam\s*gäller inte/);
    await context.close();
  });

  await test.step("what was told by phone is kept with the three words, and the family is to be told", async () => {
    await page.goto(samtycke.replace("samtycke", "delningar"));
    await page.getByRole("link", { name: "Skriv in en delning" }).click();
    await page.getByRole("checkbox", { name: "Trygghet" }).check();
    await page.getByLabel(/Till någon annan/).fill("Socialjouren");
    await page.getByLabel(/^Nödvändigt/).fill("Det var bråttom.");
    await page.getByLabel(/^Relevant/).fill("Det rörde hemmet.");
    await page.getByLabel(/^Proportionerligt/).fill("Bara det som hänt i dag.");
    await page.getByRole("radio", { name: "Anmälan till socialtjänsten" }).check();
    await page.getByRole("button", { name: "Spara delningen" }).click();
    const toTell = page.getByRole("region", { name: "Att berätta för familjen" });
    await expect(toTell).toContainText("19 kap. 1 § socialtjänstlagen (2025:400)");
    await toTell.getByRole("button", { name: /^Familjen har fått veta/ }).click();
    await expect(toTell).toContainText("Familjen har fått veta allt.");
  });
});
