import adapter from "@sveltejs/adapter-node";
import { sveltekit } from "@sveltejs/kit/vite";
import { defineConfig } from "vite";

/** What SvelteKit costs with nothing in it: the page that the child's page is measured against. */
export default defineConfig({ plugins: [sveltekit({ adapter: adapter() })] });
