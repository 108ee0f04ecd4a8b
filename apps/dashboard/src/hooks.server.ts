import { sequence } from "@sveltejs/kit/hooks";
import { knowSession } from "./hooks/know-session.ts";
import { readPreferences } from "./hooks/read-preferences.ts";
import { refuseForeignForms } from "./hooks/refuse-foreign-forms.ts";
import { setSecurityHeaders } from "./hooks/set-security-headers.ts";
import { closeRuntime } from "#lib/server/runtime.ts";

export const handle = sequence(setSecurityHeaders, refuseForeignForms, readPreferences, knowSession);

// The server has answered its last request: without open connections to the database the process ends by itself.
process.on("sveltekit:shutdown", closeRuntime);
