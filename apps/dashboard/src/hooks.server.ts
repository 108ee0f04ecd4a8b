import { sequence } from "@sveltejs/kit/hooks";
import { readPreferences } from "./hooks/read-preferences.ts";
import { refuseForeignForms } from "./hooks/refuse-foreign-forms.ts";
import { setSecurityHeaders } from "./hooks/set-security-headers.ts";

export const handle = sequence(setSecurityHeaders, refuseForeignForms, readPreferences);
