import type { KeyFigure } from "@kompassen/domain/export";
import { asArtifact, INK, LINE, QUIET_INK } from "./report-document.ts";
import type { ReportFlow } from "./report-flow.ts";
import { hatch } from "./report-table.ts";

const HEIGHT = 74;
const GAP = 10;
const PAD = 10;

/** The numbers that answer first, side by side; one that is not shown is hatched. */
export function drawFigures(flow: ReportFlow, figures: readonly KeyFigure[]): void {
  flow.makeRoom(HEIGHT + GAP);
  const { document, y, left } = flow;
  const width = (flow.width - GAP * (figures.length - 1)) / figures.length;
  const list = flow.element("L");
  figures.forEach(({ name, text, isShown }, index) => {
    const x = left + index * (width + GAP);
    asArtifact(document, () => {
      if (text !== null && !isShown) hatch(document, { x, y, width, height: HEIGHT });
      document.roundedRect(x, y, width, HEIGHT, 5).lineWidth(0.8).stroke(LINE);
    });
    const item = document.struct("LI");
    list.add(item);
    item.add(
      document.struct("Lbl", {}, () => {
        document.font("text").fontSize(9).fillColor(QUIET_INK);
        document.text(name, x + PAD, y + PAD, { width: width - 2 * PAD });
      }),
    );
    item.add(
      document.struct("LBody", {}, () => {
        document
          .font("bold")
          .fontSize(isShown ? 24 : 13)
          .fillColor(INK);
        document.text(text ?? "ingår inte", x + PAD, y + (isShown ? 34 : 42), { lineBreak: false });
      }),
    );
  });
  list.end();
  flow.y += HEIGHT + GAP;
}
