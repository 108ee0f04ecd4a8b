import { escapeText } from "./escape-text.ts";
import type { ChartTable } from "./types.ts";

/**
 * A chart's table as the markup of one `<table>`. A child who has been followed for years has hundreds of rows: as
 * components they were a third of the page, sent once as markup and once more as data, and gone through cell by cell
 * before the page answered, for a table that is folded.
 */
export function tableMarkup({ caption, columns, rows }: ChartTable): string {
  const classes = columns.map(({ isNumber }) => (isNumber ? ' class="number"' : ""));
  const heads = columns.map(
    ({ label }, index) => `<th scope="col"${classes[index]}>${escapeText(label)}</th>`,
  );
  const body = rows.map(([name = "", ...cells]) => {
    const others = cells.map((cell, index) => `<td${classes[index + 1] ?? ""}>${escapeText(cell)}</td>`);
    return `<tr><th scope="row">${escapeText(name)}</th>${others.join("")}</tr>`;
  });
  return [
    `<table class="data-table"><caption class="pb-2 text-left text-muted">${escapeText(caption)}</caption>`,
    `<thead><tr>${heads.join("")}</tr></thead><tbody>${body.join("")}</tbody></table>`,
  ].join("");
}
