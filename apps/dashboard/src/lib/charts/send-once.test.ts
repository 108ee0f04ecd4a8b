import { expect, test } from "vitest";
import { sendMultiplesOnce, sendOnce } from "./send-once.ts";
import { alreadyOnPage, ServerMarkup } from "./server-markup.ts";

const table = { caption: "", columns: [], rows: [] };
const chart = { caption: "", svg: "<svg>wide</svg>", narrowSvg: "<svg>narrow</svg>", table };
const multiples = {
  caption: "",
  panels: [{ key: "omsorg", svg: "<svg>panel</svg>" }],
  raters: [],
  scaleText: "",
  table,
};

test("with a whole page the markup is drawn but not sent as data", () => {
  const sent = sendOnce(chart, { isDataRequest: false });
  expect(sent.svg).toBeInstanceOf(ServerMarkup);
  expect(`${sent.svg}${sent.narrowSvg}`).toBe("<svg>wide</svg><svg>narrow</svg>");
  const panel = sendMultiplesOnce(multiples, { isDataRequest: false }).panels[0];
  expect(panel?.svg).toBeInstanceOf(ServerMarkup);
  expect(String(panel?.svg)).toBe("<svg>panel</svg>");
  expect(sent.table.markup).toBeInstanceOf(ServerMarkup);
});

test("a browser that asks for data alone gets the markup", () => {
  expect(sendOnce(chart, { isDataRequest: true })).toMatchObject({
    svg: chart.svg,
    narrowSvg: chart.narrowSvg,
  });
  expect(sendMultiplesOnce(multiples, { isDataRequest: true }).panels).toEqual(multiples.panels);
  expect(sendOnce(chart, { isDataRequest: true }).table.markup).toMatch(/^<table/);
});

test("a chart without a narrow drawing has none on the page either", () => {
  const { narrowSvg: _, ...wideOnly } = chart;
  expect(sendOnce(wideOnly, { isDataRequest: false })).not.toHaveProperty("narrowSvg");
});

test("the browser's stand-in is not empty, or Svelte would lose its place", () => {
  expect(String(alreadyOnPage())).not.toBe("");
});
