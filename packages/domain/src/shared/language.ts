/** Swedish is the base; English is the switch. */
export type Language = "sv" | "en";

export type LocalText = { readonly sv: string; readonly en: string };
