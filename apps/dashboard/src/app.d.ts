import type { Locale, Theme } from "#lib/shared/preferences.ts";

declare global {
  namespace App {
    interface Locals {
      locale: Locale;
      theme: Theme;
    }
  }
}
