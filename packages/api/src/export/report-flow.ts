import { asArtifact, type Element, INK, type PdfDocument, QUIET_INK } from "./report-document.ts";

const MARGIN = 48;
const FOOT = 36;

export type Orientation = "portrait" | "landscape";

type HeadingLevel = "H1" | "H2" | "H3";

const HEADING_SIZES: Readonly<Record<HeadingLevel, number>> = { H1: 18, H2: 15, H3: 10.5 };
const SPACE_ABOVE: Readonly<Record<HeadingLevel, number>> = { H1: 0, H2: 20, H3: 14 };

/** Writes downwards on A4 pages, each piece of text as an element of the document's structure. */
export class ReportFlow {
  readonly document: PdfDocument;
  readonly left = MARGIN;
  y = MARGIN;
  readonly #root: Element;
  #orientation: Orientation = "portrait";

  constructor(document: PdfDocument) {
    this.document = document;
    this.#root = document.struct("Document");
    document.addStructure(this.#root);
    this.turnPage("portrait");
  }

  get width(): number {
    return this.document.page.width - 2 * MARGIN;
  }

  get #bottom(): number {
    return this.document.page.height - MARGIN - FOOT;
  }

  turnPage(orientation: Orientation = this.#orientation): void {
    this.#orientation = orientation;
    this.document.addPage({ size: "A4", margin: 0, layout: orientation });
    this.y = MARGIN;
  }

  /** Begins on a page that lies as asked, turning when it does not. */
  lay(orientation: Orientation): void {
    if (orientation !== this.#orientation) this.turnPage(orientation);
  }

  hasRoom(height: number): boolean {
    return this.y + height <= this.#bottom;
  }

  /** Turns the page unless there is room. Answers whether it did. */
  makeRoom(height: number): boolean {
    if (this.hasRoom(height)) return false;
    this.turnPage();
    return true;
  }

  /** Adds an element at the end of the document. */
  element(tag: string): Element {
    const element = this.document.struct(tag);
    this.#root.add(element);
    return element;
  }

  /** A heading keeps `keep` points of what follows on its page. */
  heading(level: HeadingLevel, text: string, keep = 60): void {
    const size = HEADING_SIZES[level];
    const height = this.#height(text, "bold", size);
    this.makeRoom(SPACE_ABOVE[level] + height + keep);
    if (this.y > MARGIN) this.y += SPACE_ABOVE[level];
    if (level !== "H3") this.document.outline.addItem(text);
    this.#write(level, text, { font: "bold", size, colour: INK });
    this.y += 5;
  }

  paragraph(text: string, { size = 10.5, isQuiet = false } = {}): void {
    this.makeRoom(this.#height(text, "text", size));
    this.#write("P", text, { font: "text", size, colour: isQuiet ? QUIET_INK : INK });
    this.y += size * 0.6;
  }

  #height(text: string, font: string, size: number): number {
    this.document.font(font).fontSize(size);
    return this.document.heightOfString(text, { width: this.width, lineGap: 2 });
  }

  #write(tag: string, text: string, look: { font: string; size: number; colour: string }): void {
    const height = this.#height(text, look.font, look.size);
    const element = this.element(tag);
    element.add(() => {
      this.document.font(look.font).fontSize(look.size).fillColor(look.colour);
      this.document.text(text, this.left, this.y, { width: this.width, lineGap: 2 });
    });
    element.end();
    this.y += height;
  }

  /** Numbers the pages and ends the structure. */
  close(foot: string): void {
    const { start, count } = this.document.bufferedPageRange();
    for (let page = start; page < start + count; page += 1) {
      this.document.switchToPage(page);
      const { width, height } = this.document.page;
      asArtifact(this.document, () => {
        this.document.font("text").fontSize(8).fillColor(QUIET_INK);
        const y = height - MARGIN;
        this.document.text(foot, MARGIN, y, { lineBreak: false });
        const number = `${page - start + 1} (${count})`;
        const x = width - MARGIN - this.document.widthOfString(number);
        this.document.text(number, x, y, { lineBreak: false });
      });
    }
    this.#root.end();
  }
}
