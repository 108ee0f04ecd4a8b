import { asArtifact, type Element, INK, LINE, type PdfDocument, TINT } from "./report-document.ts";
import type { ReportFlow } from "./report-flow.ts";

export interface TableCell {
  readonly text: string;
  /** Hatched: there is a number, and it is not shown. */
  readonly isHidden: boolean;
}

export interface ReportTable {
  readonly caption: string;
  readonly keyHeads: readonly string[];
  readonly columnHeads: readonly string[];
  readonly rows: readonly { readonly keys: readonly string[]; readonly cells: readonly TableCell[] }[];
}

const SIZE = 8;
/** Small enough for "Ansvarstagande" beside seven other areas. */
const HEAD_SIZE = 7;
const PAD = 3.5;
const KEY_WEIGHT = 1;
const FIRST_KEY_WEIGHT = 2.1;

const LOOKS = {
  head: { font: "bold", size: HEAD_SIZE, align: "left" },
  figureHead: { font: "bold", size: HEAD_SIZE, align: "right" },
  key: { font: "text", size: SIZE, align: "left" },
  figure: { font: "text", size: SIZE, align: "right" },
} as const;

interface Column {
  readonly x: number;
  readonly width: number;
}

/** A table whose header cells are tagged as such; on a new page its head is drawn again for the eye. */
export function drawTable(flow: ReportFlow, table: ReportTable): void {
  const { document } = flow;
  const columns = layColumns(flow, table);
  const heads = [...table.keyHeads, ...table.columnHeads];
  const keyCount = table.keyHeads.length;
  const head = { keyCount, columns, heads, height: heightOf(document, heads, columns, LOOKS.head) };
  flow.heading("H3", table.caption, head.height + 3 * (SIZE + 2 * PAD));
  const element = flow.element("Table");
  drawHead(flow, head, child(document, child(document, element, "THead"), "TR"));
  const body = child(document, element, "TBody");
  for (const { keys, cells } of table.rows) {
    const height = heightOf(document, [...keys, ...cells.map(({ text }) => text)], columns, LOOKS.key);
    if (flow.makeRoom(height)) asArtifact(document, () => drawHead(flow, head, null));
    drawRow(flow, { keys, cells, columns, height }, child(document, body, "TR"));
  }
  element.end();
}

function child(document: PdfDocument, parent: Element, tag: string): Element {
  const element = document.struct(tag);
  parent.add(element);
  return element;
}

function layColumns({ left, width }: ReportFlow, { keyHeads, columnHeads }: ReportTable): Column[] {
  const weights = [
    ...keyHeads.map((_, index) => (index === 0 ? FIRST_KEY_WEIGHT : KEY_WEIGHT)),
    ...columnHeads.map(() => 1),
  ];
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let x = left;
  return weights.map((weight) => {
    const column = { x, width: (width * weight) / total };
    x += column.width;
    return column;
  });
}

function heightOf(
  document: PdfDocument,
  texts: readonly string[],
  columns: readonly Column[],
  { font, size }: { readonly font: string; readonly size: number },
): number {
  document.font(font).fontSize(size);
  const heights = texts.map((text, index) => {
    const width = (columns[index]?.width ?? 0) - 2 * PAD;
    // Measuring lines is slow; most texts fit on one.
    return document.widthOfString(text) <= width ? size * 1.3 : document.heightOfString(text, { width });
  });
  return Math.max(size * 1.3, ...heights) + 2 * PAD;
}

interface Head {
  readonly keyCount: number;
  readonly columns: readonly Column[];
  readonly heads: readonly string[];
  readonly height: number;
}

/** Without a row it is drawn again, for the eye. */
function drawHead(flow: ReportFlow, { keyCount, columns, heads, height }: Head, row: Element | null): void {
  const { document, y, left, width } = flow;
  const paint = () => document.rect(left, y, width, height).fill(TINT);
  if (row === null) paint();
  else asArtifact(document, paint);
  heads.forEach((text, index) => {
    const write = () => writeCell(flow, text, columns[index], index < keyCount ? "head" : "figureHead");
    if (row === null) write();
    else row.add(document.struct("TH", { scope: "Column" }, write));
  });
  flow.y += height;
}

interface Row {
  readonly keys: readonly string[];
  readonly cells: readonly TableCell[];
  readonly columns: readonly Column[];
  readonly height: number;
}

function drawRow(flow: ReportFlow, { keys, cells, columns, height }: Row, row: Element): void {
  const { document, y, left, width } = flow;
  asArtifact(document, () => {
    cells.forEach(({ isHidden }, index) => {
      const column = columns[keys.length + index];
      if (isHidden && column !== undefined) hatch(document, { ...column, y, height });
    });
    document
      .moveTo(left, y + height)
      .lineTo(left + width, y + height)
      .lineWidth(0.5)
      .stroke(LINE);
  });
  keys.forEach((text, index) => {
    const write = () => writeCell(flow, text, columns[index], "key");
    row.add(index === 0 ? document.struct("TH", { scope: "Row" }, write) : document.struct("TD", {}, write));
  });
  cells.forEach(({ text }, index) => {
    const column = columns[keys.length + index];
    row.add(document.struct("TD", {}, () => writeCell(flow, text, column, "figure")));
  });
  flow.y += height;
}

function writeCell(
  { document, y }: ReportFlow,
  text: string,
  column: Column | undefined,
  look: keyof typeof LOOKS,
): void {
  if (column === undefined || text === "") return;
  const { font, size, align } = LOOKS[look];
  document.font(font).fontSize(size).fillColor(INK);
  const width = column.width - 2 * PAD;
  const spare = width - document.widthOfString(text);
  const x = column.x + PAD;
  // Laying out lines is slow; most texts fit on one.
  if (spare < 0) document.text(text, x, y + PAD, { width, align });
  else document.text(text, align === "right" ? x + spare : x, y + PAD, { lineBreak: false });
}

/** The same hatching whatever the number is. */
export function hatch(
  document: PdfDocument,
  { x, y, width, height }: Column & { readonly y: number; readonly height: number },
): void {
  const pattern = document.pattern([0, 0, 4, 4], 4, 4, "0.6 w 0 0 m 4 4 l S");
  document.rect(x + 1, y + 1, width - 2, height - 2).fill([pattern, "#D3CBBE"]);
}
