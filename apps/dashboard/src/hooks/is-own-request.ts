const changesNothing = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Whether a request may be served: it changes nothing, or a page of this very host sent it.
 * A browser names the sending page's origin on everything that is not a GET; without one there is no proof.
 *
 * @param host host and port this site answers at, such as `127.0.0.1:3000`
 */
export function isOwnRequest(request: Request, host: string): boolean {
  if (changesNothing.has(request.method)) return true;
  const origin = request.headers.get("origin");
  return origin !== null && URL.canParse(origin) && new URL(origin).host === host;
}

/** Whether another site has led the browser here. An older browser does not say, and is believed. */
export function isLedByAnotherSite(request: Request): boolean {
  return ["cross-site", "same-site"].includes(request.headers.get("sec-fetch-site") ?? "");
}
