import { expect, type Page, test } from "@playwright/test";
import { PERSONAS } from "./sign-in.ts";

/** Walks the focus forward to what a person would be looking for. Fails when the page never gives it. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let step = 0; step < 250; step += 1) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => {
      const at = document.activeElement;
      if (!(at instanceof HTMLElement)) return "";
      const label = at.id === "" ? null : document.querySelector(`label[for="${CSS.escape(at.id)}"]`);
      const wrapped = at.closest("label");
      return [at.getAttribute("aria-label"), at.innerText, label?.textContent, wrapped?.textContent]
        .filter((text) => text !== null && text !== undefined && text.trim() !== "")
        .join(" | ");
    });
    if (name.test(focused)) return;
  }
  throw new Error(`the keyboard never reached ${name}`);
}

async function tabAndPress(page: Page, name: RegExp, key: "Enter" | "Space" = "Enter"): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press(key);
}

test("the same day by keyboard only", async ({ page }) => {
  test.setTimeout(240_000);
  await page.goto("/logga-in");
  await tabAndPress(page, new RegExp(`Logga in som ${PERSONAS.otherStodsamordnare}`));
  await page.waitForURL("**/barn");

  await test.step("past the menu, to the child who needs action", async () => {
    await page.keyboard.press("Tab");
    await expect(page.getByRole("link", { name: "Hoppa till innehållet" })).toBeFocused();
    await page.keyboard.press("Enter");
    await tabAndPress(page, /Läs och bedöm/);
    await page.waitForURL("**/behovskompass");
  });
  const childPage = page.url();

  await test.step("why, and the chart by its arrows with spoken values", async () => {
    await tabAndPress(page, /Varför\?/);
    await expect(page.getByText(/Regel: uppfoljning, version 1/).first()).toBeVisible();
    const chart = page.getByRole("application", { name: /^Behovskompass/ });
    await chart.focus();
    await page.keyboard.press("ArrowRight");
    await expect(page.getByText(/av 5/).first()).toBeAttached();
  });

  await test.step("a blind follow-up, one area answered, read through and handed in", async () => {
    await page.goto(page.url());
    await tabAndPress(page, /^Ny uppföljning/);
    await page.waitForURL("**/uppfoljning**");
    await tabAndPress(page, /^(Börja|Starta|Öppna)/);
    await expect(page.getByRole("heading", { name: "Var vill du börja?" })).toBeVisible();
    await tabAndPress(page, /^Respekteras/);
    await expect(page.getByRole("radio", { name: /^1/ })).toBeVisible();
    await tabTo(page, /Fungerar inte alls/);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await expect(page.getByRole("radio", { name: /^3/ })).toBeChecked();
    await expect(page.getByText(/Sparat \d\d:\d\d/)).toBeVisible();
    await tabAndPress(page, /^Läs igenom och lämna in/);
    await page.waitForURL("**/kontroll");
    await tabAndPress(page, /^Lämna in/);
    await page.waitForURL("**/samtal/**");
  });

  await test.step("the conversation is written and saved", async () => {
    await tabTo(page, /Vad har ändrats/);
    await page.keyboard.type("Lugnare i klassen.");
    await tabAndPress(page, /^Spara samtalet/);
    await expect(page.getByLabel(/Vad har ändrats/)).toHaveValue("Lugnare i klassen.");
  });

  const decided = "Kurator och lärare ser till att det finns någon på rasterna.";
  await test.step("what is raised goes on the agenda, and is decided there", async () => {
    await page.goto(childPage);
    await tabAndPress(
      page,
      /^Öppna (Omsorg|Trygghet|Må bra|Fritid|Tillhörighet|Ansvar|Respekteras|Utvecklas)/,
    );
    await page.waitForURL("**/signal/**");
    await tabAndPress(page, /^Sätt på dagordningen/);
    await expect(page.getByRole("heading", { name: "Flytta till ett annat möte" })).toBeVisible();
    await tabTo(page, /Något ska göras/);
    await page.keyboard.press("Space");
    await tabTo(page, /Beslutet med egna ord/);
    await page.keyboard.type(decided);
    await tabAndPress(page, /^Spara beslutet/);
    await expect(page.getByText(decided).first()).toBeVisible();
  });
});
