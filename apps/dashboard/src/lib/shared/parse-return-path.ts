/**
 * The page to go back to after a small form, as a path on this site.
 * Anything that a browser could read as another site becomes the start page.
 */
export function parseReturnPath(value: unknown): string {
  if (typeof value !== "string" || !value.startsWith("/")) return "/";
  const base = "http://same.invalid";
  if (!URL.canParse(value, base)) return "/";
  const url = new URL(value, base);
  // Dots that are resolved can leave two slashes first, which a browser reads as another host.
  const isOurs = url.origin === base && !url.pathname.startsWith("//");
  return isOurs ? url.pathname + url.search + url.hash : "/";
}
