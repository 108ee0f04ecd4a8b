import type { Locale } from "#lib/shared/preferences.ts";
import type { Messages } from "./sv/index.ts";

/** One language's dictionary. Imported on demand, so that a browser fetches only the language it shows. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  const { messages } = locale === "en" ? await import("./en/index.ts") : await import("./sv/index.ts");
  return messages;
}
