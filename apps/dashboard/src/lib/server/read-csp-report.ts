/** What is kept of a browser's report: no address, and nothing of the page. */
interface CspReport {
  readonly directive: string;
  readonly blocked: string;
}

const MOST_CHARACTERS = 16_384;

/** What browsers write instead of an address. */
const KINDS = ["inline", "eval", "data", "blob"];

/**
 * @param text a report as browsers send it: `{"csp-report": {"effective-directive", "blocked-uri", …}}`
 * @returns null for what is no report
 */
export function readCspReport(text: string, ownOrigin: string): CspReport | null {
  if (text.length > MOST_CHARACTERS) return null;
  try {
    const sent: { readonly "csp-report": Readonly<Record<string, unknown>> } = JSON.parse(text);
    const report = sent["csp-report"];
    const directive = report["effective-directive"] ?? report["violated-directive"];
    const blocked = report["blocked-uri"];
    if (typeof directive !== "string" || typeof blocked !== "string") return null;
    return { directive: directive.split(" ")[0] ?? "", blocked: kindOf(blocked, ownOrigin) };
  } catch {
    return null;
  }
}

function kindOf(blocked: string, ownOrigin: string): string {
  const kind = KINDS.find((one) => blocked === one || blocked.startsWith(`${one}:`));
  if (kind !== undefined) return kind;
  return URL.canParse(blocked) && new URL(blocked).origin === ownOrigin ? "own" : "other";
}
