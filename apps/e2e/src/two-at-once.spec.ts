import { type Browser, expect, type Page, test } from "@playwright/test";
import { openChildWith, PERSONAS, signIn } from "./sign-in.ts";

/** A window of its own with its own session, as on another computer. */
async function openWindow(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext({ baseURL: baseURL ?? "", locale: "sv-SE" });
  const page = await context.newPage();
  await signIn(page, PERSONAS.stodsamordnare);
  return page;
}

test("two who change the same support: the second is shown both, chooses, and loses nothing", async ({
  browser,
  baseURL,
}) => {
  const first = await openWindow(browser, baseURL);
  const second = await openWindow(browser, baseURL);

  const form = await test.step("a support is recorded, and both open it to change it", async () => {
    await openChildWith(first, /ingen tydlig förändring/);
    const child = new URL(first.url()).pathname.replace("/behovskompass", "");
    await first.goto(`${child}/stod/nytt`);
    await first.getByLabel("Behovsområde").selectOption({ label: "Fritid" });
    await first.getByLabel("Slag av stöd").selectOption({ index: 1 });
    await first.getByLabel("Vad som görs").fill("Fritidsledaren ringer varje vecka.");
    await first.getByLabel("Vem som ger stödet").fill("Fritidsgården");
    await first.getByRole("button", { name: "Spara stödet" }).click();
    await first.waitForURL(/sparat/);
    const change = first.getByRole("link", { name: /Ändra stödet/ }).filter({ visible: true });
    const addresses = await change.evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    for (const address of addresses) {
      await first.goto(`${address}`);
      if ((await first.getByLabel("Vem som ger stödet").inputValue()) === "Fritidsgården") break;
    }
    await second.goto(first.url());
    await expect(second.getByLabel("Vem som ger stödet")).toHaveValue("Fritidsgården");
    return first.url();
  });

  await test.step("the first one saves", async () => {
    await first.getByLabel("Vem som ger stödet").fill("Fritidsgården Lyktan");
    await first.getByRole("button", { name: "Spara stödet" }).click();
    await first.waitForURL(/sparat/);
  });

  await test.step("the second one sees both values of what differs, and nothing is overwritten", async () => {
    await second.getByLabel("Vem som ger stödet").fill("Ungdomsmottagningen");
    await second.getByRole("button", { name: "Spara stödet" }).click();
    await expect(second.getByText("Två har ändrat samtidigt")).toBeVisible();
    await expect(second.getByRole("radio", { name: /Det du skrev Ungdomsmottagningen/ })).toBeChecked();
    await expect(second.getByRole("radio", { name: /Det som är sparat Fritidsgården Lyktan/ })).toBeVisible();
    await first.goto(form);
    await expect(first.getByLabel("Vem som ger stödet")).toHaveValue("Fritidsgården Lyktan");
  });

  await test.step("what the second one chooses is saved, and the rest is kept", async () => {
    await second.getByRole("button", { name: "Spara det jag valt" }).click();
    await second.waitForURL(/sparat/);
    await first.goto(form);
    await expect(first.getByLabel("Vem som ger stödet")).toHaveValue("Ungdomsmottagningen");
    await expect(first.getByLabel("Vad som görs")).toHaveValue("Fritidsledaren ringer varje vecka.");
  });
});
