import type { Context, createCaller, SignedIn } from "@kompassen/api";
import type { Locale, Theme } from "#lib/shared/preferences.ts";

declare global {
  namespace App {
    interface Locals {
      locale: Locale;
      theme: Theme;
      signedIn: SignedIn | null;
      context: Context;
      /** The api in this process, as whoever is signed in. */
      api: ReturnType<typeof createCaller>;
    }
  }
}
