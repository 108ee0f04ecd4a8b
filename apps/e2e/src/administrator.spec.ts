import { expect, type Page, test } from "@playwright/test";
import { PERSONAS, signIn } from "./sign-in.ts";

/** Moves by Tab until the control has the focus: nothing here is done with a pointer. */
async function tabTo(page: Page, control: ReturnType<Page["getByRole"]>): Promise<void> {
  for (let presses = 0; presses < 150; presses += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("not reached by keyboard");
}

test("an administrator's day by keyboard: a place, a person, a role, a seat in a team, and no child anywhere", async ({
  page,
}) => {
  await signIn(page, PERSONAS.administrator);

  await test.step("the day begins with what waits", async () => {
    await expect(page).toHaveURL(/\/administration$/);
    await expect(page.getByRole("heading", { name: "Administration" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Barn jag följer" })).toHaveCount(0);
  });

  await test.step("a place is added", async () => {
    await page.goto("/administration/organisation");
    const add = page.getByRole("link", { name: "Lägg till en enhet" });
    await tabTo(page, add);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/organisation/ny");
    await tabTo(page, page.getByRole("textbox", { name: "Namn" }));
    await page.keyboard.type("Förskolan Tallbarret");
    await tabTo(page, page.getByRole("combobox", { name: "Sort" }));
    // The first letter alone: one that no key of the browser's keyboard has is written into the box before.
    await page.keyboard.press("F");
    await tabTo(page, page.getByRole("textbox", { name: "Kod" }).first());
    await page.keyboard.type("FSK77");
    await tabTo(page, page.getByRole("textbox", { name: "Skolenhetskod" }));
    await page.keyboard.type("1234");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("alert")).toContainText("Skolenhetskoden ska vara åtta siffror.");
    const code = page.getByRole("textbox", { name: "Skolenhetskod" });
    await tabTo(page, code);
    await page.keyboard.press("Control+A");
    await page.keyboard.type("87654321");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/organisation?sparat");
    await expect(page.getByText("Förskolan Tallbarret", { exact: true })).toBeVisible();
    await expect(page.getByRole("listitem").filter({ hasText: "Förskolan Tallbarret" })).toContainText(
      "Förskola",
    );
  });

  await test.step("a person is added, and given a role", async () => {
    await page.goto("/administration/personal/ny");
    const confirm = page.getByRole("link", { name: "Bekräfta att det är du" });
    await expect(page.getByRole("textbox", { name: "Inloggning" })).toHaveCount(0);
    await tabTo(page, confirm);
    await page.keyboard.press("Enter");
    await tabTo(page, page.getByRole("button", { name: "Det är jag" }));
    await page.keyboard.press("Enter");
    await page.waitForURL("**/personal/ny");
    for (const [name, text] of [
      ["Förnamn", "Tallulje"],
      ["Efternamn", "Barrverle"],
      ["Yrke", "Rektor förskola"],
      ["Inloggning", "tallulje@alvhamra.example"],
    ] as const) {
      await tabTo(page, page.getByRole("textbox", { name }));
      await page.keyboard.type(text);
    }
    await page.keyboard.press("Enter");
    await page.waitForURL(/personal\/[0-9a-f-]{36}\?sparat/);
    await tabTo(page, page.getByRole("combobox", { name: "Roll" }));
    await page.keyboard.type("Barnkontakt");
    await tabTo(page, page.getByRole("button", { name: "Ge rollen" }));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "Avsluta rollen Barnkontakt" })).toBeVisible();
  });

  await test.step("the person gets a seat in a standing team, and leaves it again", async () => {
    await page.goto("/administration/barnteam");
    const team = page
      .getByRole("main")
      .getByRole("link", { name: /^Öppna Barnteam 1–6 år/ })
      .first();
    await tabTo(page, team);
    await page.keyboard.press("Enter");
    await page.waitForURL(/barnteam\/[0-9a-f-]{36}/);
    await tabTo(page, page.getByRole("combobox", { name: "Person" }));
    await page.keyboard.type("Tallulje");
    await tabTo(page, page.getByRole("combobox", { name: "Deltar som" }));
    await page.keyboard.type("Gäst");
    await tabTo(page, page.getByRole("button", { name: "Lägg till" }));
    await page.keyboard.press("Enter");
    const end = page.getByRole("button", { name: "Avsluta Tallulje Barrverle i teamet" });
    await expect(end).toBeVisible();
    await tabTo(page, end);
    await page.keyboard.press("Enter");
    await expect(end).toHaveCount(0);
  });

  await test.step("own roles and own account are not one's own to change", async () => {
    await page.goto("/administration/personal");
    await page.getByRole("textbox", { name: "Sök på namn eller inloggning" }).fill("Pelovi");
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "Pelovi Norrejde" }).last().click();
    await expect(page.getByText("Du kan inte ändra dina egna roller.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Stäng kontot" })).toHaveCount(0);
  });

  await test.step("every change stands in the log, and no name was ever in an address", async () => {
    await page.goto("/administration/logg");
    const table = page.getByRole("table");
    await expect(
      table.getByRole("rowheader", { name: "Enhet: Förskolan Tallbarret", exact: true }),
    ).toBeVisible();
    await expect(table).toContainText("Ny roll: Tallulje Barrverle");
    await expect(table).toContainText("Avslutad plats i team");
  });

  await test.step("no child is reached", async () => {
    await page.goto("/barn");
    await expect(page.getByText("Du följer inga barn just nu")).toBeVisible();
    const answer = await page.goto("/barn/ny");
    expect(answer?.status()).toBe(404);
  });
});

test("a child is handed over when the other has said yes, and not before", async ({ page, browser }) => {
  await signIn(page, PERSONAS.barnkontaktForskola);
  await expect(page.getByRole("heading", { name: "Barn jag följer" })).toBeVisible();
  const child = page.getByRole("heading").getByRole("link").last();
  const href = (await child.getAttribute("href"))?.replace(/\/behovskompass$/, "") ?? "";
  await page.goto(`${href}/uppgifter/overlamna`);

  await test.step("asked, with what needs to be known", async () => {
    const person = page.getByRole("combobox", { name: "Vem frågar du?" });
    const option = await person.locator("option", { hasText: "Tuvarle Granunnert" }).getAttribute("value");
    await person.selectOption(option);
    await page.getByRole("radio", { name: /^Ja, den som tar över behöver veta/ }).check();
    await page.getByRole("button", { name: "Fråga" }).click();
    await expect(page.getByRole("alert")).toContainText("Skriv vad den andra behöver veta.");
    await page.getByRole("textbox", { name: "Vad behöver den andra veta" }).fill("Att lämningarna tar tid.");
    await page.getByLabel("Vilken dag sa familjen ja?").fill("2026-01-10");
    await page.getByRole("button", { name: "Fråga" }).click();
    await expect(page.getByText("Frågan är skickad.")).toBeVisible();
    await page.goto(href);
    await expect(page.getByText("Barnkontakt: Milovi Lindolke")).toBeVisible();
  });

  await test.step("taken over by the one who was asked", async () => {
    const other = await browser.newPage();
    await signIn(other, PERSONAS.barnkontakt);
    await other.goto("/barn/overlamningar");
    const asked = other.getByRole("region", { name: "Du har blivit tillfrågad" });
    await expect(asked).toContainText("Milovi Lindolke");
    await expect(asked).not.toContainText("lämningarna");
    await asked.getByRole("button", { name: /^Ta över/ }).click();
    await expect(other.getByText("Du är nu Barnkontakt för barnet.")).toBeVisible();
    await other.goto(href);
    await expect(other.getByText("Barnkontakt: Tuvarle Granunnert")).toBeVisible();
    await other.close();
  });

  await test.step("and closed to the one who handed over", async () => {
    const answer = await page.goto(`${href}/behovskompass`);
    expect(answer?.status()).toBe(404);
  });
});
