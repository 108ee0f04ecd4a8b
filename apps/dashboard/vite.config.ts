import adapter from "@sveltejs/adapter-node";
import { sveltekit } from "@sveltejs/kit/vite";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [
    tailwindcss(),
    sveltekit({
      adapter: adapter(),
      compilerOptions: { runes: true },
      // All styles stand in the page itself: as a file they are a second answer to wait for before anything is seen.
      inlineStyleThreshold: 65_536,
      // hooks/refuse-foreign-forms.ts does this check instead.
      csrf: { trustedOrigins: ["*"] },
      csp: {
        mode: "nonce",
        directives: {
          "default-src": ["self"],
          "script-src": ["self"],
          "style-src": ["self"],
          // Positions in a drawn chart are style attributes; a nonce cannot cover attributes.
          "style-src-attr": ["unsafe-inline"],
          "img-src": ["self", "data:", "blob:"],
          "font-src": ["self"],
          "connect-src": ["self"],
          "object-src": ["none"],
          "base-uri": ["none"],
          "form-action": ["self"],
          "frame-ancestors": ["none"],
          "report-uri": ["/csp"],
        },
      },
    }),
  ],
});
