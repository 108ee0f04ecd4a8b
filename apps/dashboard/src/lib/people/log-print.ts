const OF_CHILD = "/(app)/barn/[id]";

/** What the browser is showing. */
interface Shown {
  readonly route: { readonly id: string | null };
  readonly params: Readonly<Partial<Record<string, string>>>;
}

/** Where it is told that a page is printed; null when the page is of no child. */
export function printAddress({ route, params }: Shown): string | null {
  const { id } = params;
  return id !== undefined && route.id?.startsWith(OF_CHILD) === true ? `/barn/${id}/utskrift` : null;
}

/** Tells that the page is printed, by the button or by the browser's own command; sent even if the page is left. */
export function logPrint(shown: Shown): void {
  const address = printAddress(shown);
  if (address !== null) navigator.sendBeacon(address);
}
