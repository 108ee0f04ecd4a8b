import type { Answer, ServedWorld } from "./served-world.test-support.ts";

/** What is asked for, and the answer, by a name that says who asked and how. */
export type Answers = Map<string, Answer>;

interface Asking {
  readonly world: ServedWorld;
  readonly role: string;
  readonly session: string;
  readonly language: "sv" | "en";
}

const TABLES = ["steg", "hembesok", "utbildning", "forandring", "medel", "starkas", "ledtider"];
const LEVELS = ["alder", "omrade", "enhet"];
const AGES = ["alla", "0-2,5", "1-6", "7-12", "13-16", "utan_barnteam"];
const CHARTS = ["over-tid", "flode", "uppfoljning", "lyft"];
const FILES = [".zip", ".csv", "-excel.csv", ".xlsx", ".pdf", ".json"];
const PARTS = ["uptake", "area_mean", "area_share", "change", "lead_time"];

/** Every page of statistics. With periods also every choice on the latest, and what the pages link to. */
export async function askPages(
  asking: Asking,
  releases: readonly string[],
  periods: readonly string[],
): Promise<Answers> {
  const pages = ["/statistik", ...releases.map((id) => `/statistik/${id}`)];
  const isEveryChoice = periods.length > 0;
  const choices = TABLES.flatMap((tabell) =>
    LEVELS.flatMap((niva) =>
      moreChoices(tabell, periods).map(
        (more) => `/statistik?${new URLSearchParams({ tabell, niva, ...more })}`,
      ),
    ),
  );
  const [last = "", first = ""] = [releases.at(-1), releases[0]];
  const addresses = [
    "/",
    ...pages,
    ...(isEveryChoice ? choices : []),
    ...pages.map((page) => `${page}/__data.json`),
    "/statistik/definitioner",
    "/statistik/jamfor",
    `/statistik/jamfor?a=${first}&b=${last}`,
    "/statistik/kompass-0000-2030Q1-1",
  ];
  const answers = await askAll(asking, addresses);
  if (!isEveryChoice) return answers;
  const linked = [...answers.values()].flatMap(({ body }) =>
    [...body.matchAll(/href="(\/statistik[^"#]*)/g)].map(([, href = ""]) => href.replaceAll("&amp;", "&")),
  );
  const isSealed = (address: string) => address.startsWith("/statistik/utgavor");
  const isFile = (address: string) => /\.(zip|csv|xlsx|pdf|json|svg)$/.test(address);
  const more = [...new Set(linked)].filter(
    (address) => !addresses.includes(address) && !isSealed(address) && !isFile(address),
  );
  for (const [name, answer] of await askAll(asking, more)) answers.set(name, answer);
  return answers;
}

/** Of the steps, which have most tables, every period that is named and every age group. */
function moreChoices(tabell: string, periods: readonly string[]): Readonly<Record<string, string>>[] {
  if (tabell !== "steg") return [{}];
  return periods.flatMap((period) => AGES.map((alder) => ({ period, alder })));
}

/** Every form a release is saved in, and every chart of it as a picture and as numbers. */
export function askFiles(asking: Asking, releases: readonly string[]): Promise<Answers> {
  return askAll(
    asking,
    releases.flatMap((id) => [
      ...FILES.map((ending) => `/statistik/${id}/${id}${ending}`),
      ...CHARTS.flatMap((chart) =>
        ["svg", "csv"].map((ending) => `/statistik/${id}/diagram/${chart}.${ending}`),
      ),
    ]),
  );
}

/** Every call of the api that reads releases, answers that are errors included. */
export async function askApi(asking: Asking, releases: readonly string[]): Promise<Answers> {
  const [laterId = "", earlierId = ""] = [releases.at(-1), releases[0]];
  const calls: [string, unknown][] = [
    ["statistics.listReleases", undefined],
    ["statistics.getLatest", {}],
    ["statistics.listSeries", {}],
    ["statistics.compareReleases", { earlierId, laterId }],
    ...PARTS.map((table): [string, unknown] => ["statistics.listSeries", { tables: [table] }]),
    ...releases.flatMap((releaseId) => [
      ...["kommun", "omrade", "unit"].map((level): [string, unknown] => [
        "statistics.getRelease",
        { releaseId, levels: [level] },
      ]),
      ...["zip", "csv", "csv-excel", "xlsx", "pdf", "json-stat"].map((format): [string, unknown] => [
        "export.getFile",
        { releaseId, format },
      ]),
    ]),
    ["statistics.getRelease", { releaseId: "kompass-0000-2030Q1-1" }],
    ["statistics.getRelease", { releaseId: 7 }],
    // No text of the database holds such a letter: an error that is logged.
    ["statistics.getRelease", { releaseId: "\u0000" }],
  ];
  const answers: Answers = new Map();
  for (const [verb, input] of calls) {
    const { world, role, session, language } = asking;
    const answer = await world.ask(`/trpc/${verb}`, session, language, input ?? {});
    answers.set(`api ${role} ${verb} ${JSON.stringify(input)}`, answer);
  }
  return answers;
}

async function askAll(
  { world, role, session, language }: Asking,
  addresses: readonly string[],
): Promise<Answers> {
  const answers: Answers = new Map();
  for (const address of new Set(addresses))
    answers.set(`page ${role} ${language} ${address}`, await world.ask(address, session, language));
  return answers;
}
