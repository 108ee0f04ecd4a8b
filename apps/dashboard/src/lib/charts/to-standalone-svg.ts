/** The page's font where it is installed, else a plain one: a file cannot carry the page's own. */
const fontFamily = "'Atkinson Hyperlegible Next', 'Helvetica Neue', Arial, sans-serif";

/**
 * A drawn chart as a file of its own: light colours written out, a paper ground, a font, and title for those who
 * open it later. What only the page uses, such as what is read out at a point, is left out.
 *
 * @param svg markup of one `<svg>` with `viewBox="0 0 width height"`
 */
export function toStandaloneSvg(svg: string, { title, paper }: { title: string; paper: string }): string {
  const ground = `<title>${escapeXml(title)}</title><rect width="100%" height="100%" fill="${paper}"></rect>`;
  return svg
    .replace(/var\(--[a-z-]+, (#[0-9a-f]{6})\)/g, "$1")
    .replace(/ data-(?:chart-area|order|series|spoken|panel)="[^"]*"/g, "")
    .replace("<svg", `<svg xmlns="http://www.w3.org/2000/svg" font-family="${fontFamily}"`)
    .replace(/^<svg[^>]*>/, (root) => root + ground);
}

const escapeXml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
