import { paint } from "./chart-colours.ts";
import { escapeText } from "./escape-text.ts";
import { raterLook } from "./rater-look.ts";
import type { Panel } from "./split-panels.ts";
import type { Rater } from "./types.ts";

type Sheet = {
  title: string;
  panels: Panel[];
  raters: Rater[];
  scaleText: string;
  frame: { width: number; height: number };
  perRow: number;
};

const gap = 24;
const margin = 24;
const head = 32;
const legendLine = 26;

/** Several panels as one `<svg>`: title, panels in rows, raters and scale below. */
export function composeSheet({ title, panels, raters, scaleText, frame, perRow }: Sheet): string {
  const columns = Math.min(perRow, Math.max(panels.length, 1));
  const rows = Math.ceil(panels.length / columns);
  const width = 2 * margin + columns * frame.width + (columns - 1) * gap;
  const legendTop = margin + head + rows * (frame.height + gap);
  const height = legendTop + (raters.length + 1) * legendLine + margin;

  const placed = panels.map(({ svg }, index) => {
    const x = margin + (index % columns) * (frame.width + gap);
    const y = margin + head + Math.floor(index / columns) * (frame.height + gap);
    return svg.replace("<svg", `<svg x="${x}" y="${y}"`);
  });
  const heading = text(margin, margin + 14, title, `font-size="18" font-weight="600" fill="${paint("ink")}"`);
  const legend = raters.map((rater, index) => legendRow(rater, legendTop + 12 + index * legendLine));
  const scale = text(
    margin,
    legendTop + 17 + raters.length * legendLine,
    scaleText,
    `font-size="14" fill="${paint("muted")}"`,
  );
  return `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${[heading, ...placed, ...legend, scale].join("")}</svg>`;
}

function legendRow(rater: Rater, y: number): string {
  const { colour, mark, dash } = raterLook(rater);
  const dashes = dash === undefined ? "" : ` stroke-dasharray="${dash}"`;
  return [
    `<path d="M${margin} ${y}h36" stroke="${colour}" stroke-width="2" stroke-linecap="round"${dashes}></path>`,
    `<path d="${mark}" transform="translate(${margin + 18} ${y})" fill="${colour}"></path>`,
    text(margin + 46, y + 5, rater.name, `font-size="14" fill="${paint("ink")}"`),
  ].join("");
}

const text = (x: number, y: number, content: string, attributes: string): string =>
  `<text x="${x}" y="${y}" ${attributes}>${escapeText(content)}</text>`;
