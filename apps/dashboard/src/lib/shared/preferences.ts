const locales = ["sv", "en"] as const;
export type Locale = (typeof locales)[number];

export const themes = ["auto", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** Any unknown value is Swedish: the product's base language. */
export function parseLocale(value: unknown): Locale {
  return locales.find((locale) => locale === value) ?? "sv";
}

/** Any unknown value follows the device. */
export function parseTheme(value: unknown): Theme {
  return themes.find((theme) => theme === value) ?? "auto";
}

/** The theme that the one theme button changes to: device, light, dark, device. */
export function nextTheme(theme: Theme): Theme {
  if (theme === "auto") return "light";
  return theme === "light" ? "dark" : "auto";
}
