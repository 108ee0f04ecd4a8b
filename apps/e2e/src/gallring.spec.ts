import { expect, type Page, test } from "@playwright/test";
import { findViolations } from "./accessible.ts";
import { PERSONAS, signIn, stepUp } from "./sign-in.ts";

const CASE = /^[0-9A-Z]{3}-[0-9A-Z]{3}$/;

async function propose(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Ta fram ett förslag" }).click();
}

/** Case numbers in the open proposal. */
async function casesIn(page: Page): Promise<string[]> {
  const cases = page.getByRole("table", { name: "Ärenden i förslaget" }).getByRole("rowheader");
  await expect(cases.first()).toBeVisible();
  return cases.allInnerTexts();
}

/** Fills in that a case is to be left out. */
async function hold(page: Page, caseNumber: string): Promise<void> {
  const holds = page.getByRole("region", { name: "Undantag från gallring" });
  await holds.getByText("Lägg till ett undantag").first().click();
  await holds.getByLabel("Ärendenummer").fill(caseNumber);
  await holds.getByLabel("Varför ärendet behöver vara kvar").fill("Tillsyn av socialtjänsten pågår.");
  const nextYear = new Date();
  nextYear.setFullYear(nextYear.getFullYear() + 1);
  await holds.getByLabel("Ses över senast").fill(nextYear.toISOString().slice(0, 10));
  await holds.getByRole("button", { name: "Lägg till ett undantag" }).click();
}

test("two persons purge what is no longer to be kept: a dry run, a hold, a second look, a receipt", async ({
  page,
  browser,
}) => {
  test.slow();
  await signIn(page, PERSONAS.dataskyddsombud);

  let cases: string[] = [];
  await test.step("a dry run says which cases, by number, and is taken back to look into one of them", async () => {
    await page.goto("/gallring");
    await expect(page.getByText("Inget förslag är framtaget.")).toBeVisible();
    await propose(page);
    cases = await casesIn(page);
    expect(cases.filter((one) => CASE.test(one))).toEqual(cases);
    await page.getByRole("button", { name: "Ta tillbaka förslaget" }).click();
    await expect(page.getByText("Inget förslag är framtaget.")).toBeVisible();
  });

  const [kept = "", ...purged] = cases;
  await test.step("a case that is held, with the reason, is left out of the next dry run", async () => {
    await hold(page, kept);
    await expect(page.getByText("Tillsyn av socialtjänsten pågår.")).toBeVisible();
    await propose(page);
    expect(await casesIn(page)).toEqual(purged);
    expect(await findViolations(page)).toEqual([]);
  });

  await test.step("whoever proposes does not approve, and proving who one is does not help", async () => {
    await expect(page.getByText("Någon annan än du behöver godkänna")).toBeVisible();
    await page.goto("/bekrafta?till=/gallring");
    await page.getByRole("button", { name: "Det är jag" }).click();
    await expect(page.getByText("Någon annan än du behöver godkänna")).toBeVisible();
    await expect(page.getByRole("button", { name: "Godkänn gallringen" })).toHaveCount(0);
  });

  const context = await browser.newContext();
  const second = await context.newPage();
  await test.step("the second person sees how much but not which cases, proves who it is, and approves", async () => {
    await signIn(second, PERSONAS.administrator);
    await second.goto("/gallring");
    await expect(second.getByText("Vilka ärenden det gäller ser bara dataskyddsombudet.")).toBeVisible();
    await expectNone(second, cases);
    await expect(second.getByRole("button", { name: "Godkänn gallringen" })).toHaveCount(0);
    expect(await findViolations(second)).toEqual([]);
    await stepUp(second);
    await second.getByRole("button", { name: "Godkänn gallringen" }).click();
    await expect(second.getByRole("button", { name: "Godkänn gallringen" })).toHaveCount(0);
  });

  await test.step("it is done beside the server, and the receipt tells of nobody", async () => {
    const receipt = second
      .getByRole("table", { name: "Kvitton, utan uppgifter om barnen" })
      .getByRole("row", { name: /genomförd$/ });
    await expect(async () => {
      await second.goto("/gallring");
      await expect(receipt).toContainText(PERSONAS.dataskyddsombud, { timeout: 1_000 });
    }).toPass({ timeout: 180_000, intervals: [2_000] });
    await expect(receipt).toContainText(PERSONAS.administrator);
    const [, , children, left] = await receipt.getByRole("cell").allInnerTexts();
    expect([children, left]).toEqual([String(purged.length), "0"]);
    await expectNone(second, cases);
    await context.close();
  });

  await test.step("the cases are not there any more; the held one is", async () => {
    await page.goto("/gallring");
    await expectNone(page, purged);
    await propose(page);
    await expect(page.getByText("Ingen akt har passerat sin sista dag.")).toBeVisible();
    await expect(page.getByRole("region", { name: "Undantag från gallring" })).toContainText(kept);
    await hold(page, purged[0] ?? "");
    await expect(page.getByRole("alert")).toContainText("Det finns inget ärende med det numret.");
  });
});

/** None of the cases is told of on the page. */
async function expectNone(page: Page, cases: readonly string[]): Promise<void> {
  const text = await page.getByRole("main").innerText();
  expect(cases.filter((one) => text.includes(one))).toEqual([]);
}
