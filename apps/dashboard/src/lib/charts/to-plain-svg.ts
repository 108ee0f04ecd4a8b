/**
 * The one `<svg>` out of a rendered chart, without what only a living component needs: hydration comments,
 * the layer's class names and stacking, empty definitions, and decimals that no screen can show.
 * Texts are left exactly as they are. Throws when the markup holds no svg.
 */
export function toPlainSvg(markup: string): string {
  const start = markup.indexOf("<svg");
  const end = markup.lastIndexOf("</svg>");
  if (start === -1 || end === -1) throw new Error("The chart drew no <svg>.");
  return markup
    .slice(start, end + "</svg>".length)
    .replace(/<!--.*?-->|<defs><\/defs>/gs, "")
    .replace(/<[a-z]+ [^>]*>/g, plainTag)
    .replace(/>\s+</g, "><")
    .replace(/><\/(?:path|circle|line|rect)>/g, "/>");
}

const plainTag = (tag: string): string =>
  tag
    .replace(/ (?:class|style)="[^"]*"/g, "")
    .replace(/ (?:d|transform|width|height|[xyr][12]?)="[^"]*\d\.\d{3}[^"]*"/g, roundedAttribute);

const roundedAttribute = (attribute: string): string =>
  attribute.replace(/-?\d+\.\d{3,}(?:e-\d+)?/g, (decimals) =>
    String(Math.round(Number(decimals) * 100) / 100 + 0),
  );
