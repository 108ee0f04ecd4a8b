import { dateText } from "../shared/index.ts";
import type { StatisticsRelease } from "../statistics/index.ts";
import {
  areaLabel,
  LEVEL_NAMES,
  metricLabel,
  NOT_AN_EFFECT,
  NOT_SHOWN,
  periodLabel,
  raterLabel,
} from "./labels.ts";

const WITHHELD_TEXTS = {
  unprotectable: "går inte att visa utan att röja enskilda barn",
  too_thin: "för få barn för att något skulle kunna visas",
} as const;

/** What a release is and how it is read, for whoever opens the package. */
export function readmeText(release: StatisticsRelease): string {
  const { head } = release;
  return `# Kompassen: statistik för ${head.kommunName}

Utgåva ${head.id}, ${dateText(head.releasedOn, "sv")}. Godkänd av ${head.approvedBy}. Granskad utan röjanden.
Perioder: ${head.periods.map((period) => periodLabel(period, "sv")).join(", ")}.
${head.cellCount} tal, varav ${head.hiddenCount} inte visas.

## Vad det här är

En utgåva är sammanställd statistik om hur kommunen arbetar enligt modellen och hur det går. Den innehåller
inga personuppgifter. När den är godkänd ändras den aldrig: samma utgåva ger samma filer, på byten.

## Filerna

- release_cells.csv: alla tal, ett per rad (UTF-8, kommatecken, decimalpunkt).
- release_cells_excel.csv: samma tal med svenska ord, för Excel (semikolon, decimalkomma).
- places.csv: kommun, områden och enheter.
- codebook.csv: vad varje mått betyder, vilka som räknas, enligt vilken regel, och alla koder i klartext.
- datapackage.json: beskrivning enligt Data Package, version 2.
- json-stat/: samma tal som JSON-stat 2.0, en fil per tabell.
- read_release.R, read_release.sps, read_release.do: läser in filerna i R, SPSS och Stata.
- params.json: utgåvans parametrar, regler och programversion.
- audit.json: vad granskningen säger öppet.
- manifest.sha256: kontrollsummor (\`sha256sum -c manifest.sha256\`).

## När ett tal inte visas

${NOT_SHOWN.sv}
Ett tal som inte visas finns inte i någon fil. I kolumnen value står då en kod:

- protected: visas inte.
- band: visas bara som ett spann, i kolumnen band. ">=80" betyder minst 80 och "20-29" från 20 till 29.
- not_applicable: ej tillämpligt, till exempel ett medelvärde där ingen har skattat.

Noll betyder noll. Kolumnen n (antal barn bakom talet) är tom där antalet inte anges.

## Så räknas det

- Ett barn räknas en gång per steg och kalenderår, i det kvartal då det första steget registrerades. Därför är
  året summan av sina kvartal.
- Enhet och åldersgrupp är de barnet hade då. Ett barn som flyttar räknas inte om.
- Barn med skyddade personuppgifter räknas i "Ingen enhet", så att summorna stämmer.
- Läsåret går från tredje kvartalet till och med andra.
- Skattare blandas aldrig.
- ${NOT_AN_EFFECT.sv} Barn som får stöd när det är som svårast mår ofta bättre senare, också utan stöd.
${withheldText(release)}
## Licens

CC0 1.0: fritt att använda. Ange gärna utgåvans namn, ${head.id}.
`;
}

function withheldText({ head }: StatisticsRelease): string {
  if (head.withheld.length === 0) return "";
  const lines = head.withheld.map(({ metric, level, periods, area, rater, reason }) => {
    const what = [
      metricLabel(metric, "sv"),
      ...(area === null ? [] : [areaLabel(area, "sv")]),
      ...(rater === null ? [] : [raterLabel(rater, "sv")]),
      `per ${LEVEL_NAMES[level].sv}`,
      periods.map((period) => periodLabel(period, "sv")).join(", "),
    ];
    return `- ${what.join(", ")}: ${WITHHELD_TEXTS[reason]}.`;
  });
  return `\n## Det här ingår inte\n\n${lines.join("\n")}\n`;
}
