import { expect, test } from "vitest";
import { messages } from "#lib/messages/sv/index.ts";
import { unavailablePage } from "./unavailable-page.ts";

const words = messages.errors.unavailable;
const address = "/barn/1/stod/nytt?/spara";
const pageWith = (value: string) =>
  unavailablePage({
    locale: "sv",
    reason: "away",
    address,
    words,
    form: { address, fields: [{ name: "text", value }], hasFile: false },
  });

test("a form comes back with every value, and sends itself to where it was sent", () => {
  const page = pageWith('Mormor "Elsa" sa:\r\n<kom> & hämta');
  expect(page).toContain(`<form method="POST" action="${address}">`);
  expect(page).toContain('value="Mormor &quot;Elsa&quot; sa:&#13;&#10;&lt;kom> &amp; hämta"');
  expect(page).toContain(`<p class="said">Mormor "Elsa" sa:\r\n&lt;kom> &amp; hämta</p>`);
});

test("what is written cannot end the attribute or the tag that it stands in", () => {
  const page = pageWith(`"><script>alert(1)</script>`);
  expect(page).not.toContain("<script");
  expect(page.match(/value="[^"]*"/g)).toHaveLength(1);
});

test("a page that was only asked for says why, and how to ask again", () => {
  const page = unavailablePage({ locale: "sv", reason: "busy", address: "/barn", form: null, words });
  expect(page).toContain(words.busy);
  expect(page).toContain('<a href="/barn">');
  expect(page).not.toContain("<form");
});

test("a file is asked for again", () => {
  const form = { address, fields: [], hasFile: true };
  expect(unavailablePage({ locale: "sv", reason: "disk_full", address, form, words })).toContain(
    words.chooseFileAgain,
  );
});
