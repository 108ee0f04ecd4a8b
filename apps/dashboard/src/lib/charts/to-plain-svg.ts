/**
 * The one `<svg>` out of a rendered chart, without what only a living component needs: hydration comments,
 * the layer's class names and stacking, empty definitions, and decimals that no screen can show.
 * Throws when the markup holds no svg.
 */
export function toPlainSvg(markup: string): string {
  const start = markup.indexOf("<svg");
  const end = markup.lastIndexOf("</svg>");
  if (start === -1 || end === -1) throw new Error("The chart drew no <svg>.");
  return markup
    .slice(start, end + "</svg>".length)
    .replace(/<!--.*?-->/gs, "")
    .replace(/ class="[^"]*"/g, "")
    .replace(/ style="[^"]*"/g, "")
    .replace(/<defs><\/defs>/g, "")
    .replace(/<g transform="translate\(0, 0\)">/, "<g>")
    .replace(/-?\d+\.\d{3,}(?:e-\d+)?/g, (decimals) => String(Math.round(Number(decimals) * 100) / 100))
    .replace(/>\s+</g, "><")
    .replace(/><\/(?:path|circle|line)>/g, "/>");
}
