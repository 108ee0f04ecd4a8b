import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { PERSONAS, signIn } from "./sign-in.ts";

const GOLDEN = path.resolve(import.meta.dirname, "../../../packages/domain/golden/follow-up/history.csv");

async function look(page: Page, content: string | Buffer): Promise<void> {
  await page
    .getByLabel(/^Kompasser/)
    .setInputFiles({ name: "kompasser.csv", mimeType: "text/csv", buffer: Buffer.from(content) });
  await page.getByRole("button", { name: "Granska" }).click();
}

test("a file of compasses: every fault at once, then a look, then read in, and once only", async ({
  page,
}) => {
  const history = await readFile(GOLDEN, "utf8");
  await signIn(page, PERSONAS.withoutChildren);
  await page.goto("/inlasning");
  await page.getByLabel(/^Enhet/).selectOption({ index: 1 });
  await page.getByLabel(/Ta in filens egna påståenden/).check();

  await test.step("a file with faults is refused whole, with row, column and what was expected", async () => {
    const lines = history.split("\n");
    const broken = lines
      .map((line, row) => (row === 1 ? line.replace(",p1,2,", ",p1,6,") : line))
      .map((line, row) => (row === 3 ? line.replace("trygghet", "tryghet") : line))
      .join("\n");
    await look(page, broken);
    await expect(page.getByText("Något behöver rättas i filen")).toBeVisible();
    const faults = page.getByRole("table", { name: "Fel i filen" });
    await expect(faults.getByRole("row", { name: /2 value 6/ })).toBeVisible();
    await expect(faults.getByRole("row", { name: /4 area tryghet/ })).toBeVisible();
    await expect(page.getByRole("button", { name: "Läs in" })).toHaveCount(0);
  });

  await test.step("the right file says what will happen, and nothing is saved yet", async () => {
    await look(page, history);
    await expect(page.getByText("Det här händer när du läser in")).toBeVisible();
    await expect(page.getByText("Inget är sparat ännu.")).toBeVisible();
  });

  await test.step("read in, the children are in the list of the one who read them in", async () => {
    await page.getByRole("button", { name: "Läs in" }).click();
    await expect(page.getByText("Inläsningen är klar.")).toBeVisible({ timeout: 60_000 });
    await page.getByRole("link", { name: "Till barn jag följer" }).click();
    await expect(page.getByRole("link", { name: /^G01 / })).toBeVisible();
  });

  await test.step("the same file again changes nothing and says so", async () => {
    await page.goto("/inlasning");
    await page.getByLabel(/^Enhet/).selectOption({ index: 1 });
    await page.getByLabel(/Ta in filens egna påståenden/).check();
    await look(page, history);
    await expect(page.getByText("Allt i filen finns redan i Kompassen.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Läs in" })).toHaveCount(0);
  });
});
