import { describe, expect, test } from "vitest";
import { composeSheet } from "./compose-sheet.ts";
import { splitPanels } from "./split-panels.ts";
import { toPlainSvg } from "./to-plain-svg.ts";
import { toStandaloneSvg } from "./to-standalone-svg.ts";

describe("a rendered chart made plain", () => {
  test("loses what only a living component needs, and long decimals", () => {
    const markup = `<div class="x"><!--[--><svg viewBox="0 0 9 9" class="lc" style="z-index: 0;"><defs></defs> <path d="M1.23456 -2.0004e-15"></path><!--]--></svg></div>`;
    expect(toPlainSvg(markup)).toBe('<svg viewBox="0 0 9 9"><path d="M1.23 0"/></svg>');
  });

  test("keeps every text as it is", () => {
    const svg = '<svg><text x="1.00049" data-spoken="2.3333 av 5">2.3333 class="a" style="b"</text></svg>';
    expect(toPlainSvg(svg)).toBe(svg.replace("1.00049", "1"));
  });

  test("without an svg it says so", () => {
    expect(() => toPlainSvg("<div></div>")).toThrow("no <svg>");
  });
});

describe("a chart as a file", () => {
  const file = toStandaloneSvg(
    '<svg viewBox="0 0 9 9" role="img"><path data-spoken="Trygghet: 3 av 5" data-chart-area="trygghet" fill="var(--rater-barn, #0072b2)"/></svg>',
    { title: "A < B & C", paper: "#ffffff" },
  );

  test("needs no page: colours, namespace and ground are its own", () => {
    expect(file).not.toContain("var(");
    expect(file).toContain('fill="#0072b2"');
    expect(file).toContain('xmlns="http://www.w3.org/2000/svg"');
    expect(file).toContain('<rect width="100%" height="100%" fill="#ffffff">');
  });

  test("is titled, escaped, and leaves out what the page alone uses", () => {
    expect(file).toContain("<title>A &lt; B &amp; C</title>");
    expect(file).not.toContain("data-");
  });
});

describe("panels", () => {
  const panels = splitPanels(
    '<svg><g><svg data-panel="omsorg" width="2"><path/></svg><svg data-panel="trygghet" width="2"></svg></g></svg>',
  );

  test("are taken out one by one under their area", () => {
    expect(panels.map(({ key }) => key)).toEqual(["omsorg", "trygghet"]);
    expect(panels[0]?.svg).toBe('<svg data-panel="omsorg" width="2"><path/></svg>');
  });

  test("are laid out in rows on one sheet, with every rater named", () => {
    const sheet = composeSheet({
      title: "Över tid",
      panels,
      raters: [{ key: "barn", kind: "barn", name: "barnet" }],
      scaleText: "1 = fungerar inte alls",
      frame: { width: 100, height: 50 },
      perRow: 1,
    });
    expect(sheet).toContain('<svg x="24" y="56" data-panel="omsorg"');
    expect(sheet).toContain('<svg x="24" y="130" data-panel="trygghet"');
    expect(sheet).toContain(">barnet</text>");
    expect(sheet).toContain(">Över tid</text>");
  });
});
