/**
 * The page to go back to after a small form, as a path on this site.
 * Anything that a browser could read as another site becomes the start page.
 */
export function parseReturnPath(value: unknown): string {
  if (typeof value !== "string" || !value.startsWith("/")) return "/";
  const base = "http://same.invalid";
  if (!URL.canParse(value, base)) return "/";
  const url = new URL(value, base);
  return url.origin === base ? url.pathname + url.search + url.hash : "/";
}
