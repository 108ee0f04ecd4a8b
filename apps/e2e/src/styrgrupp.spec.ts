import { expect, test } from "@playwright/test";
import { openStatistics } from "./releases.ts";
import { PERSONAS, signIn } from "./sign-in.ts";

const NOT_SHOWN = /Visas inte, för att inget enskilt barn ska kunna kännas igen/;

test("the day before the meeting: how it goes, a table, a hidden number and the way from it, two releases", async ({
  page,
}) => {
  test.setTimeout(600_000);
  await signIn(page, PERSONAS.styrgrupp);

  await test.step("lands on the statistics, and finds no child", async () => {
    await expect(page).toHaveURL(/\/statistik$/);
    await expect(page.getByRole("navigation", { name: "Huvudmeny" }).getByRole("link")).toHaveText([
      "Statistik",
    ]);
    await openStatistics(page);
  });

  await test.step("reads one sentence, four figures, and what each of them means", async () => {
    await expect(page.getByText(/^Under .* kvartalet \d{4} fick \d+ barn ett Upptäckarkort/)).toBeVisible();
    await expect(page.getByText("barn hade ett Barnsamtal").first()).toBeVisible();
    await page.getByLabel("Så räknas det: barn fick ett Upptäckarkort").click();
    await expect(page.getByText("Barn som det skrevs ett Upptäckarkort för.").first()).toBeVisible();
    await expect(page.locator("figure svg:visible")).toHaveCount(4);
  });

  await test.step("a chart has the same numbers as a table and as a file", async () => {
    const chart = page.locator("figure").first();
    await chart.getByText("Visa som tabell").click();
    const rows = await chart.getByRole("row").allInnerTexts();
    const answer = await page.request.get(
      (await chart.getByRole("link", { name: "CSV" }).getAttribute("href")) ?? "",
    );
    const lines = (await answer.text()).replace("\uFEFF", "").trim().split("\r\n");
    expect(lines.map((line) => line.split(";"))).toEqual(rows.map((row) => row.split("\t")));
  });

  await test.step("chooses the units in the address, and is told what is not shown and why", async () => {
    await page.goto("/statistik?tabell=steg&niva=enhet&alder=7-12");
    await expect(
      page.getByRole("heading", { name: /^Stegen i processen, per enhet, 7–12 år/ }),
    ).toBeVisible();
    await expect(page.getByText(/\d+ av \d+ tal/).filter({ visible: true })).toBeVisible();
    await expect(page.getByText("Granskad utan röjanden").filter({ visible: true })).toBeVisible();
    await expect(page.getByText(NOT_SHOWN).filter({ visible: true }).first()).toBeVisible();
    const names = await page.locator("tr[id^=rad-] th").allInnerTexts();
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, "sv")));
  });

  await test.step("follows a hidden number to the coarser table, where the number stands", async () => {
    const row = page
      .locator("tr[id^=rad-]")
      .filter({ hasText: "visas inte" })
      .filter({ has: page.getByRole("link") });
    const way = row.first().getByRole("link");
    const target = await way.getAttribute("href");
    await way.click();
    await expect(page).toHaveURL((url) => url.pathname + url.search + url.hash === target);
    const landed = page.locator("tr:target");
    await expect(landed.locator("td").filter({ hasText: /^\d+/ }).first()).toBeVisible();
  });

  await test.step("changes the table by the form, and comes back to it by the address", async () => {
    await page.getByLabel("Tabell", { exact: true }).selectOption({ label: "Ledtider" });
    await page.getByRole("button", { name: "Visa tabellen" }).click();
    await expect(page.getByRole("heading", { name: /^Ledtider, hela kommunen, läsåret/ })).toBeVisible();
    await page.reload();
    await expect(page.getByRole("heading", { name: /^Ledtider, hela kommunen, läsåret/ })).toBeVisible();
  });

  await test.step("compares two releases", async () => {
    await page.goto("/statistik");
    await page.getByRole("button", { name: "Jämför" }).click();
    await expect(page.getByRole("heading", { name: "Jämför två utgåvor", level: 1 })).toBeVisible();
    const cards = page.getByRole("row", { name: /^Upptäckarkort \d/ });
    const [before = "", now = "", change = ""] = await cards.getByRole("cell").allInnerTexts();
    expect(Number(change.replace("−", "-"))).toBe(Number(now) - Number(before));
  });

  await test.step("prints two pages of A4 for the minutes, with every definition on them", async () => {
    await page.goto("/statistik");
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("heading", { name: "Tabeller" })).toBeHidden();
    await expect(
      page.getByText("Barn som det skrevs ett Upptäckarkort för.").filter({ visible: true }),
    ).toHaveCount(1);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
  });
});

test("nothing of what the officers see is there for a steering group", async ({ page }) => {
  await signIn(page, PERSONAS.styrgrupp);
  for (const address of ["/statistik/utgavor", "/statistik/utgavor/00000000-0000-7000-8000-000000000001"]) {
    const answer = await page.goto(address);
    expect(answer?.status()).toBe(404);
  }
});

test("whoever follows children reads no statistics", async ({ page }) => {
  await signIn(page, PERSONAS.stodsamordnare);
  await expect(page).toHaveURL(/\/barn$/);
  for (const address of ["/statistik", "/statistik/definitioner", "/statistik/jamfor"]) {
    const answer = await page.goto(address);
    expect(answer?.status()).toBe(404);
  }
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the page reads whole, a table is chosen, and a hidden number leads to one that shows", async ({
    page,
  }) => {
    test.setTimeout(600_000);
    await signIn(page, PERSONAS.styrgrupp);
    await openStatistics(page);
    await expect(page.locator("figure svg:visible")).toHaveCount(4);
    await page.getByLabel("Fördelat på").selectOption({ label: "Enhet" });
    await page.getByRole("button", { name: "Visa tabellen" }).click();
    await expect(page.getByRole("heading", { name: /^Stegen i processen, per enhet/ })).toBeVisible();
    await page.getByLabel("Så räknas det: Stegen i processen").click();
    await expect(page.getByText("Barn som hade ett Barnsamtal.").filter({ visible: true })).toBeVisible();
    await page.locator("tr[id^=rad-]").getByRole("link").first().click();
    await expect(page.locator("tr[id^=rad-] td").filter({ hasText: /^\d+/ }).first()).toBeVisible();
  });
});
