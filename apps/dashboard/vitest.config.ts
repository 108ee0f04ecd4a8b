import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
  // LayerChart and what it stands on ship Svelte sources, which Node cannot load by itself.
  ssr: { noExternal: ["layerchart", /^@layerstack\//, "runed"] },
  test: { name: "dashboard", include: ["src/**/*.test.ts"] },
});
