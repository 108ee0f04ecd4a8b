import { setImmediate } from "node:timers/promises";
import {
  keyFigures,
  NOT_AN_EFFECT,
  NOT_SHOWN,
  periodLabel,
  summarySentence,
  TABLE_NAMES,
} from "@kompassen/domain/export";
import { dateText } from "@kompassen/domain/shared";
import {
  METRICS,
  metricRuleText,
  RELEASE_TABLES,
  type ReleaseTable,
  type StatisticsRelease,
} from "@kompassen/domain/statistics";
import { closeReport, openReport } from "./report-document.ts";
import { drawFigures } from "./report-figures.ts";
import { ReportFlow } from "./report-flow.ts";
import { drawTable } from "./report-table.ts";
import { reportTables } from "./report-tables.ts";

/** Tables with a column for each of the eight areas need the width. */
const LANDSCAPE: ReadonlySet<ReleaseTable> = new Set<ReleaseTable>(["area_mean", "area_share"]);

const NOTES: Readonly<Record<ReleaseTable, string>> = {
  uptake: "Antal barn, familjer eller medarbetare. Ett barn räknas en gång per steg och kalenderår.",
  area_mean: "Medelvärde 1–5. Skattare blandas aldrig. Står ett tal inom parentes är det antalet barn.",
  area_share: "Andelen barn där tankar kvarstår om området.",
  change: `Andelen barn per utfall, mellan de två senaste jämförbara skattningarna. ${NOT_AN_EFFECT.sv}`,
  lead_time: "Dagar tills så stor del av barnen har nått nästa steg, och hur många som väntar ännu.",
};

/** The release as a report on A4: first a sentence and the main numbers, then every table, then what they mean. */
export async function writeReport(release: StatisticsRelease): Promise<Uint8Array> {
  const { head } = release;
  const main = keyFigures(release);
  const title = `Hur går det? ${head.kommunName}, ${periodLabel(main?.period ?? head.periods[0] ?? "", "sv")}`;
  const document = openReport(title, head.releasedOn);
  const flow = new ReportFlow(document);
  flow.heading("H1", title);
  flow.paragraph(
    `Utgåva ${head.id}, ${dateText(head.releasedOn, "sv")}, godkänd av ${head.approvedBy}. Granskad utan röjanden. ${head.hiddenCount} av ${head.cellCount} tal visas inte.`,
    { size: 9.5, isQuiet: true },
  );
  flow.paragraph(summarySentence(release), { size: 13 });
  if (main !== null) drawFigures(flow, main.figures);
  flow.paragraph(NOT_SHOWN.sv, { size: 9.5, isQuiet: true });
  const tables = reportTables(release);
  for (const table of RELEASE_TABLES) {
    const own = tables.filter((candidate) => candidate.table === table);
    if (own.length === 0) continue;
    flow.lay(LANDSCAPE.has(table) ? "landscape" : "portrait");
    flow.heading("H2", TABLE_NAMES[table].sv, 120);
    flow.paragraph(NOTES[table], { size: 9.5 });
    for (const each of own) {
      drawTable(flow, each);
      // A large release takes seconds: others are served between its tables.
      await setImmediate();
    }
  }
  flow.lay("portrait");
  writeDefinitions(flow, release);
  flow.close(`${head.kommunName}, utgåva ${head.id}`);
  return closeReport(document);
}

function writeDefinitions(flow: ReportFlow, { cells, head }: StatisticsRelease): void {
  const used = new Set(cells.map(({ metric }) => metric));
  const metrics = [...METRICS].flatMap(([key, metric]) => (used.has(key) ? [metric] : []));
  flow.heading("H2", "Vad talen betyder");
  for (const { name, definition, counted } of metrics) {
    flow.heading("H3", name.sv, 20);
    flow.paragraph(`${definition.sv} Räknar: ${counted.sv}.`, { size: 9.5 });
  }
  flow.heading("H2", "Så räknas det");
  for (const rule of new Set(metrics.map((metric) => metric.rule)))
    flow.paragraph(metricRuleText(rule, "sv"), { size: 9.5 });
  flow.paragraph(`Regler: ${head.ruleSet}. Programversion: ${head.codeVersion}.`, { size: 9.5 });
}
