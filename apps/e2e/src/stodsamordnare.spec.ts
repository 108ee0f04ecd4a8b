import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { openChildWith, PERSONAS, signIn, stepUp } from "./sign-in.ts";

const AREAS = [
  "Omsorg",
  "Trygghet",
  "Må bra",
  "Fritid",
  "Tillhörighet",
  "Ansvarstagande",
  "Respekteras",
  "Utvecklas",
];

test("a Stödsamordnare's day: see who needs action, follow up blind, compare, raise, decide, print", async ({
  page,
  context,
}) => {
  await signIn(page, PERSONAS.stodsamordnare);

  await test.step("the work list says who needs an assessment first, and why", async () => {
    await expect(page.getByRole("heading", { name: "Barn jag följer" })).toBeVisible();
    const first = page
      .getByRole("region", { name: /Behöver din bedömning/ })
      .getByRole("listitem")
      .first();
    await expect(first).toContainText("ingen tydlig förändring flera gånger i rad, och tankar kvarstår");
  });

  await test.step("the child's page reads what has changed, in sentences, before any picture", async () => {
    await openChildWith(page, /ingen tydlig förändring flera gånger i rad/);
    const since = page.getByRole("region", { name: "Sedan förra gången" });
    await expect(since.getByText(/Ingen tydlig förändring, och tankar/).first()).toBeVisible();
    await since.getByText("Varför?").first().click();
    await expect(since.getByText(/Regel: uppfoljning, version 1/).first()).toBeVisible();
    await expect(page.getByRole("img", { name: "Behovskompass" })).toBeVisible();
  });
  const childPage = page.url();

  await test.step("a chart leaves as a file when it is proved anew who asks", async () => {
    const figure = page.getByRole("figure").filter({ has: page.getByRole("img", { name: "Behovskompass" }) });
    await expect(figure.getByRole("link", { name: "CSV" })).toHaveCount(0);
    await expect(figure.getByRole("link", { name: "Bekräfta att det är du, så kan du spara" })).toBeVisible();
    await stepUp(page);
    const download = page.waitForEvent("download");
    await figure.getByRole("link", { name: "CSV" }).click();
    const lines = (await readFile(await (await download).path(), "utf8")).trim().split("\r\n");
    for (const area of AREAS) expect(lines.filter((line) => line.startsWith(`${area};`))).not.toEqual([]);
  });

  await test.step("a follow-up with the child starts blank, and earlier scores are held back", async () => {
    await page.getByRole("link", { name: "Ny uppföljning" }).first().click();
    await page.locator("main form").last().getByRole("button").last().click();
    await expect(page.getByRole("heading", { name: "Var vill du börja?" })).toBeVisible();
    const form = page.url();
    await page.goto(childPage);
    await expect(page.getByText(/visas när uppföljningen är inlämnad/i).first()).toBeVisible();
    await expect(page.getByRole("img", { name: "Behovskompass" })).toHaveCount(0);
    await page.goto(form);
  });

  await test.step("the network is lost and comes back: what the child said is kept and saved", async () => {
    await page.getByRole("link", { name: /^Fritid/ }).click();
    await expect(page.getByRole("radio", { name: /^2/ })).toBeVisible();
    await context.setOffline(true);
    await page.getByRole("radio", { name: "2 Fungerar lite" }).check();
    await page.getByRole("textbox").first().fill("Jag vill börja spela fotboll igen.");
    await expect(page.getByText(/Ingen kontakt just nu/)).toBeVisible();
    expect(await storedOnDevice(page)).toEqual({ local: 0, session: 0, databases: 0 });
    await context.setOffline(false);
    await expect(page.getByText(/Sparat \d\d:\d\d/)).toBeVisible({ timeout: 40_000 });
    await page.reload();
    await expect(page.getByRole("radio", { name: /^2/ })).toBeChecked();
    await expect(page.getByRole("textbox").first()).toHaveValue("Jag vill börja spela fotboll igen.");
  });

  await test.step("area by area, then read through and handed in", async () => {
    const form = page.url().split("?")[0];
    for (const area of AREAS.filter((name) => name !== "Fritid")) {
      await page.goto(`${form}`);
      await page
        .getByRole("navigation", { name: "Områden" })
        .getByRole("link", { name: new RegExp(`^${area}`) })
        .first()
        .click();
      const answer = area === "Omsorg" ? "Jag vill inte svara nu" : "2 Fungerar lite";
      await page.getByRole("radio", { name: answer }).check();
      await expect(page.getByRole("radio", { name: answer })).toBeChecked();
      await expect(page.getByText(/Sparat \d\d:\d\d/)).toBeVisible();
    }
    await page.goto(`${form}/kontroll`);
    await expect(page.getByText("Jag vill börja spela fotboll igen.")).toBeVisible();
    await page.getByRole("button", { name: "Lämna in" }).click();
    await page.waitForURL("**/samtal/**");
  });

  await test.step("the comparison opens with the conversation, and the answer is kept", async () => {
    await expect(page.getByText(/Fritid/).first()).toBeVisible();
    await expect(page.getByRole("heading", { name: "Samtal efter uppföljningen" })).toBeVisible();
    await page.getByLabel(/Vad har ändrats/).fill("Det är lugnare hemma men ensamt på rasterna.");
    await page.getByLabel(/Vad vill ni ska hända/).fill("Någon att vara med på rasterna.");
    const fritid = page.getByRole("group", { name: /^Fritid: finns det fortfarande tankar/ });
    await fritid.getByRole("radio", { name: "Ja" }).check();
    await page.getByRole("button", { name: /^Spara samtalet/ }).click();
    await expect(page.getByLabel(/Vad har ändrats/)).toHaveValue(/ensamt på rasterna/);
  });

  const decided = "Skolan ordnar rastvärd på torsdagar, kurator följer upp.";
  let childName = "";
  await test.step("what is raised goes on the agenda of a dated meeting", async () => {
    await page.goto(childPage);
    childName = (await page.getByRole("heading", { level: 1 }).innerText()).split(" ")[0] ?? "";
    await expect(page.getByRole("region", { name: "Sedan förra gången" })).toContainText("Tas upp");
    await page
      .getByRole("region", { name: "Det som tas upp" })
      .getByRole("link", { name: "Öppna Fritid" })
      .first()
      .click();
    await expect(page.getByRole("region", { name: "Varför det tas upp" })).toContainText(
      "Fritid, barnets skattning",
    );
    await page.getByRole("button", { name: "Sätt på dagordningen" }).click();
    await expect(page.getByRole("heading", { name: "Flytta till ett annat möte" })).toBeVisible();
  });

  await test.step("the team sees it at its next meeting, and a person decides", async () => {
    await page.goto("/team");
    await page.getByRole("link", { name: `Öppna Individuellt barnteam, ${childName}` }).click();
    const next = page.getByRole("region", { name: "Nästa möte" });
    await expect(next).toContainText("Fritid");
    await next
      .getByText(/^Besluta/)
      .first()
      .click();
    await next
      .getByRole("radio", { name: /Något ska göras/ })
      .first()
      .check();
    await next.getByLabel("Beslutet med egna ord").first().fill(decided);
    await next.getByRole("button", { name: "Spara beslutet" }).first().click();
    await expect(page.getByText(decided).first()).toBeVisible();
  });

  await test.step("the child's page prints on A4", async () => {
    await page.goto(childPage);
    const pdf = await page.pdf({ format: "A4", printBackground: false });
    expect(pdf.byteLength).toBeGreaterThan(20_000);
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("navigation", { name: "Huvudmeny" })).toBeHidden();
    await expect(page.getByRole("img", { name: "Behovskompass" })).toBeVisible();
  });
});

/** Nothing sensitive stays on the device: nothing at all does. */
async function storedOnDevice(page: import("@playwright/test").Page) {
  return page.evaluate(async () => ({
    local: localStorage.length,
    session: Object.keys(sessionStorage).filter((key) => !key.startsWith("sveltekit:")).length,
    databases: (await indexedDB.databases()).length,
  }));
}
