import { sequence } from "@sveltejs/kit/hooks";
import { knowSession } from "./hooks/know-session.ts";
import { readPreferences } from "./hooks/read-preferences.ts";
import { refuseForeignForms } from "./hooks/refuse-foreign-forms.ts";
import { setSecurityHeaders } from "./hooks/set-security-headers.ts";

export const handle = sequence(setSecurityHeaders, refuseForeignForms, readPreferences, knowSession);
