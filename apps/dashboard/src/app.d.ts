import type { Context, createCaller, SignedIn, SignedInGuardian } from "@kompassen/api";
import type { FoundSession } from "@kompassen/api/session";
import type { Unavailable, UnavailableReason } from "#lib/server/unavailable.ts";
import type { Locale, Theme } from "#lib/shared/preferences.ts";

declare global {
  namespace App {
    interface Error {
      message: string;
      /** Seconds until it may be tried again. */
      retryAfter?: number;
      /** Why nothing can be saved or fetched right now. */
      unavailable?: UnavailableReason;
    }
    interface Locals {
      /** Set when the database could not do what was asked. */
      unavailable?: Unavailable;
      /** Ties the lines that the log has of one request. */
      requestId: string;
      locale: Locale;
      theme: Theme;
      /** The login of this browser; null for whoever is not logged in. */
      session: FoundSession | null;
      /** A staff member who is logged in. */
      signedIn: SignedIn | null;
      /** A guardian who is logged in. */
      guardian: SignedInGuardian | null;
      context: Context;
      /** The api in this process, as whoever is signed in. */
      api: ReturnType<typeof createCaller>;
    }
  }
}
