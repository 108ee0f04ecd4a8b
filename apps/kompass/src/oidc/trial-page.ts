import { TAMPERINGS } from "./tampering.ts";
import type { TrialPerson } from "./trial-person.ts";

export const LEVELS = {
  "http://id.elegnamnd.se/loa/1.0/loa3": "Tillitsnivå 3 (krävs)",
  "http://id.elegnamnd.se/loa/1.0/loa2": "Tillitsnivå 2 (för låg)",
} as const;

const LOOK = `
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
  body { margin: 0 auto; max-width: 44rem; padding: 2rem 1rem 4rem }
  h1 { font-size: 1.75rem; line-height: 1.2 } fieldset { border: 0; margin: 2rem 0 0; padding: 0 }
  legend { font-weight: 600; padding: 0 } label { display: flex; gap: .75rem; align-items: flex-start; padding: .6rem 0; border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent) }
  label small { display: block; opacity: .75 } input { margin-top: .35rem }
  .actions { display: flex; gap: .75rem; margin-top: 2rem; position: sticky; bottom: 0; padding: 1rem 0; background: Canvas }
  button { font: inherit; font-weight: 600; min-height: 2.75rem; padding: 0 1rem; border: 1px solid; border-radius: .375rem; background: Canvas; color: CanvasText; cursor: pointer }
  button.first { background: #0b5394; border-color: #0b5394; color: #fff }`;

/** The page where one chooses who to be. No script, and nothing from elsewhere. */
export function trialPage(
  action: string,
  persons: readonly TrialPerson[],
  { isAnew, mayTamper }: { readonly isAnew: boolean; readonly mayTamper: boolean },
): string {
  const person = ({ key, name, note }: TrialPerson, index: number) => `
    <label><input type="radio" name="person" value="${toText(key)}"${index === 0 ? " checked" : ""}>
    <span>${toText(name)}<small>${toText(note)}</small></span></label>`;
  return page(
    "Prov-inloggning",
    `<p>Det här är en inloggningstjänst på prov, på den egna datorn. Alla personer är påhittade.
     ${isAnew ? "Kompassen ber dig att legitimera dig <strong>på nytt</strong>." : "Välj vem du vill vara."}</p>
    <form method="post" action="${toText(action)}">
      <fieldset><legend>Tillitsnivå</legend>${choices("niva", LEVELS)}</fieldset>
      ${mayTamper ? `<fieldset><legend>Fel att prova</legend>${choices("fel", TAMPERINGS)}</fieldset>` : ""}
      <fieldset><legend>Person</legend>${persons.map(person).join("")}</fieldset>
      <div class="actions"><button class="first" name="val" value="in">Legitimera</button>
      <button name="val" value="avbryt">Avbryt</button></div>
    </form>`,
  );
}

function choices(name: string, words: Readonly<Record<string, string>>): string {
  return Object.entries(words)
    .map(
      ([value, text], index) =>
        `<label><input type="radio" name="${name}" value="${value}"${index === 0 ? " checked" : ""}><span>${text}</span></label>`,
    )
    .join("");
}

/** Asked at the login service when logging out. */
export function logoutPage(form: string): string {
  return page(
    "Logga ut ur prov-inloggningen",
    `<p>Du är redan utloggad ur Kompassen. Vill du logga ut ur inloggningstjänsten också?</p>${form}
     <div class="actions"><button class="first" form="op.logoutForm" name="logout" value="yes">Ja, logga ut</button>
     <button form="op.logoutForm">Nej</button></div>`,
  );
}

export function wordsPage(title: string, text: string): string {
  return page(title, `<p>${toText(text)}</p>`);
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="sv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><style>${LOOK}</style></head><body><main><h1>${title}</h1>${body}</main></body></html>`;
}

const toText = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
