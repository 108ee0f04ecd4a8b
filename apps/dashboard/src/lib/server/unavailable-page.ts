import { escapeText } from "#lib/charts/escape-text.ts";
import type { Messages } from "#lib/messages/sv/index.ts";
import type { Locale } from "#lib/shared/preferences.ts";
import type { UnavailableReason } from "./unavailable.ts";

/** A form as it was sent. */
export interface KeptForm {
  readonly address: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  /** A file cannot be put back into a form. */
  readonly hasFile: boolean;
}

interface PageInput {
  readonly locale: Locale;
  readonly reason: UnavailableReason;
  readonly address: string;
  readonly form: KeptForm | null;
  readonly words: Messages["errors"]["unavailable"];
}

/** A page that needs nothing: no session, no scripts, no database. */
export function unavailablePage({ locale, reason, address, form, words }: PageInput): string {
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title} – Kompassen</title>
<link rel="icon" href="/favicon.svg">
<link rel="stylesheet" href="/unavailable.css">
</head>
<body>
<main>
<p class="product">Kompassen</p>
<h1>${words.title}</h1>
<p>${words[reason]}</p>
${form === null ? `<p><a href="${inAttribute(address)}">${words.reload}</a></p>` : formAgain(form, words)}
</main>
</body>
</html>
`;
}

function formAgain({ address, fields, hasFile }: KeptForm, words: PageInput["words"]): string {
  if (hasFile) return `<p>${words.chooseFileAgain}</p>`;
  const kept = fields
    .map(
      ({ name, value }) => `<input type="hidden" name="${inAttribute(name)}" value="${inAttribute(value)}">`,
    )
    .join("\n");
  const written = fields.filter(({ value }) => /\S\s+\S/.test(value) && !value.startsWith("{"));
  const said =
    written.length === 0
      ? ""
      : `<section aria-labelledby="skrivet"><h2 id="skrivet">${words.written}</h2>
${written.map(({ value }) => `<p class="said">${escapeText(value)}</p>`).join("\n")}</section>`;
  return `<p><strong>${words.kept}</strong></p>
<form method="POST" action="${inAttribute(address)}">
${kept}
<button>${words.tryAgain}</button>
</form>
${said}`;
}

/** A line break in an attribute would be read as a blank by some, so it stands as a reference. */
function inAttribute(value: string): string {
  return escapeText(value).replaceAll('"', "&quot;").replaceAll("\r", "&#13;").replaceAll("\n", "&#10;");
}
