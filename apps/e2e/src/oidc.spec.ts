import { expect, type Page, test } from "@playwright/test";
import { type OidcProduct, startOidcProduct } from "./oidc-product.ts";

test.describe.configure({ mode: "serial" });

let product: OidcProduct;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  product = await startOidcProduct();
});
test.afterAll(() => product?.stop());

interface Choice {
  readonly who?: RegExp;
  readonly level?: RegExp;
  readonly fault?: RegExp;
  readonly cancels?: boolean;
}

/** At the login service: who, how surely, and what it is to do wrong. */
async function choose(page: Page, { who, level, fault, cancels = false }: Choice): Promise<void> {
  await page.waitForURL(`${product.service}/val/**`);
  for (const name of [who, level, fault]) {
    if (name !== undefined) await page.getByRole("radio", { name }).check();
  }
  await page.getByRole("button", { name: cancels ? "Avbryt" : "Legitimera" }).click();
}

async function logIn(page: Page, choice: Choice, kind: "staff" | "guardian" = "staff"): Promise<void> {
  await page.goto(`${product.address}/logga-in`);
  const name = kind === "staff" ? /prov-inloggningen$/ : /för vårdnadshavare$/;
  await page.getByRole("link", { name }).click();
  await choose(page, choice);
  await page.waitForURL(`${product.address}/**`);
}

const STAFF = /stodsamordnare/;

const sessionOf = async (page: Page) =>
  (await page.context().cookies()).find(({ name }) => name === "kompassen")?.value;

test("a person logs in by code and PKCE, proves anew who they are under a new session, and logs out of both", async ({
  page,
}) => {
  const asked: URL[] = [];
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.origin === product.service && url.pathname === "/auth") asked.push(url);
  });
  await page.goto(`${product.address}/barn/avslutade`);
  await expect(page).toHaveURL(/\/logga-in\?till=/);
  await page.getByRole("link", { name: /prov-inloggningen$/ }).click();
  await choose(page, { who: STAFF });
  await expect(page).toHaveURL(`${product.address}/barn/avslutade`);
  const question = asked[0]?.searchParams;
  expect(question?.get("code_challenge_method")).toBe("S256");
  expect(question?.get("response_type")).toBe("code");
  for (const part of ["state", "nonce", "code_challenge"]) {
    expect(question?.get(part)?.length, part).toBeGreaterThanOrEqual(43);
  }
  const first = await sessionOf(page);

  await page.goto(`${product.address}/bekrafta?till=/barn`);
  await page.getByRole("link", { name: /^Bekräfta hos/ }).click();
  await choose(page, { who: STAFF });
  await expect(page).toHaveURL(`${product.address}/barn`);
  expect(asked.at(-1)?.searchParams.get("prompt")).toBe("login");
  expect(asked.at(-1)?.searchParams.get("max_age")).toBe("0");
  const second = await sessionOf(page);
  expect(second).not.toBe(first);
  await page.context().clearCookies({ name: "kompassen" });
  await page.context().addCookies([{ name: "kompassen", value: first ?? "", url: product.address }]);
  await page.goto(`${product.address}/barn`);
  await expect(page).toHaveURL(/\/logga-in/);
  await page.context().addCookies([{ name: "kompassen", value: second ?? "", url: product.address }]);

  await page.goto(`${product.address}/session`);
  await expect(page.getByText("den här")).toBeVisible();
  await page.goto(`${product.address}/barn`);
  await page.getByRole("button", { name: "Logga ut" }).click();
  await page.waitForURL(`${product.service}/session/end**`);
  await page.getByRole("button", { name: "Ja, logga ut" }).click();
  await expect(page).toHaveURL(`${product.address}/utloggad`);
  await page.context().addCookies([{ name: "kompassen", value: second ?? "", url: product.address }]);
  await page.goto(`${product.address}/barn`);
  await expect(page).toHaveURL(/\/logga-in/);
});

const REFUSED: readonly (readonly [string, Choice, string])[] = [
  ["a nonce of another question", { who: STAFF, fault: /nonce/ }, "Inloggningen gick inte att lita på"],
  ["a code that has run out", { who: STAFF, fault: /Koden/ }, "Inloggningen tog för lång tid"],
  ["a clock an hour slow", { who: STAFF, fault: /Klockan/ }, "Klockorna går olika"],
  ["too low a level", { who: STAFF, level: /nivå 2/ }, "Inloggningen är inte tillräckligt säker"],
  ["somebody not registered", { who: /inte finns/ }, "Du finns inte upplagd i Kompassen"],
  ["a closed account", { who: /avslutat/ }, "Ditt konto är avslutat"],
  ["a login cancelled there", { cancels: true }, "Du avbröt inloggningen"],
];

for (const [what, choice, title] of REFUSED) {
  test(`${what} is refused with a page that says what to do, and nothing of the login in its address`, async ({
    page,
  }) => {
    await logIn(page, choice);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    await expect(page.getByRole("link", { name: "Logga in igen" })).toBeVisible();
    expect(new URL(page.url()).search).toMatch(/^\?orsak=[a-z_]+$/);
    expect(await sessionOf(page)).toBeUndefined();
  });
}

test("an answer counts once, and only in the browser that asked", async ({ page }) => {
  const answers: string[] = [];
  page.on("request", (request) => {
    if (request.url().startsWith(`${product.address}/logga-in/svar`)) answers.push(request.url());
  });
  await logIn(page, { who: STAFF });
  await expect(page).toHaveURL(`${product.address}/barn`);
  await page.goto(answers[0] ?? "");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Inloggningen är redan använd");

  await page.context().clearCookies();
  await page.goto(`${product.address}/logga-in`);
  await page.getByRole("link", { name: /prov-inloggningen$/ }).click();
  await page.waitForURL(`${product.service}/val/**`);
  // The answer now comes to a browser that never asked, as when somebody sends the link of their own login.
  await page.context().clearCookies({ name: "kompassen-inloggning" });
  await choose(page, { who: STAFF });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Inloggningen hör inte hit");
  expect(await sessionOf(page)).toBeUndefined();
});

test("stepping up as somebody else, or without being asked, changes nothing", async ({ page }) => {
  await logIn(page, { who: STAFF });
  const before = await sessionOf(page);
  const stepUp = async (choice: Choice) => {
    await page.goto(`${product.address}/bekrafta?till=/barn`);
    await page.getByRole("link", { name: /^Bekräfta hos/ }).click();
    await choose(page, choice);
    await page.waitForURL(`${product.address}/**`);
  };
  await stepUp({ who: /statistikansvarig/ });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Det var en annan person");
  await stepUp({ who: STAFF, fault: /Frågar inte/ });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Du behöver legitimera dig på nytt");
  expect(await sessionOf(page)).toBe(before);
});

test("the demo's list of persons is not there beside a login service, nor can it be posted to", async ({
  page,
}) => {
  await page.goto(`${product.address}/logga-in`);
  await expect(page.getByRole("button", { name: /^Logga in som/ })).toHaveCount(0);
  const posted = await page.request.post(`${product.address}/logga-in`, {
    form: { person: product.town.personId },
    headers: { origin: product.address },
  });
  expect(posted.status()).toBe(404);
});

test("a guardian brings the code of a letter, once", async ({ page, browser }) => {
  const { childId, guardianId } = product.town;
  await logIn(page, { who: STAFF });
  await page.goto(`${product.address}/barn/${childId}/uppgifter/vardnadshavare/${guardianId}/brev`);
  await page.getByRole("button", { name: "Gör ett brev till Mirale Granverle" }).click();
  const code = await page.getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/).innerText();

  const enter = async (of: Page, written: string) => {
    await of.getByLabel("Kod").fill(written);
    await of.getByRole("button", { name: "Fortsätt" }).click();
  };
  const mothers = await browser.newContext();
  const mother = await mothers.newPage();
  await logIn(mother, { who: /^Ny vårdnadshavare/ }, "guardian");
  await expect(mother).toHaveURL(`${product.address}/familj/inbjudan`);
  await enter(mother, "KKKK-KKKK-KKKK-KKKK");
  await expect(mother.getByText("Koden gäller inte").first()).toBeVisible();
  await enter(mother, code.toLowerCase().replaceAll("-", " "));
  await expect(mother).toHaveURL(`${product.address}/familj`);
  await mother.goto(`${product.address}/barn`);
  await expect(mother).toHaveURL(`${product.address}/familj`);

  const others = await browser.newContext();
  const other = await others.newPage();
  await logIn(other, { who: /^En annan/ }, "guardian");
  await enter(other, code);
  await expect(other.getByText("Koden gäller inte").first()).toBeVisible();
  await mothers.close();
  await others.close();
});

test("an account that is closed is out at its next step", async ({ page }) => {
  await logIn(page, { who: STAFF });
  await expect(page).toHaveURL(`${product.address}/barn`);
  product.disable(product.town.personId);
  await page.goto(`${product.address}/barn`);
  await expect(page).toHaveURL(/\/logga-in/);
});
