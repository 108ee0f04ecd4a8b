import type { Io } from "./io.ts";

type Command = (args: string[], io: Io) => Promise<number>;

/** Each command is loaded when it is asked for: comparing a file needs no database. */
const COMMANDS: Readonly<Record<string, { readonly help: string; load(): Promise<Command> }>> = {
  start: {
    help: "startar databas och webbplats (--empty utan demo, --oidc med inloggningstjänst på prov)",
    load: async () => (await import("./start/index.ts")).startCommand,
  },
  migrate: {
    help: "för databasen i DATABASE_URL till den här versionen",
    load: async () => (await import("./migrate/index.ts")).migrateCommand,
  },
  compare: {
    help: "jämför kompasserna i en fil: compare history.csv [--equivalence f.csv] [--format table|csv|json]",
    load: async () => (await import("./compare/index.ts")).compareCommand,
  },
  import: {
    help: "läser in en historikfil: import history.csv --kommun 9001 [--children children.csv] [--equivalence e.csv] [--instrument i.json] [--register] [--unit KOD --responsible PERSON]",
    load: async () => (await import("./import/index.ts")).importCommand,
  },
  "import-steps": {
    help: "läser in vad som hänt i stödprocessen: import-steps steps.csv --kommun 9001",
    load: async () => (await import("./stodprocess/index.ts")).importStepsCommand,
  },
  "import-counts": {
    help: "läser in antal per enhet: import-counts counts.csv --kommun 9001 --kind population|home_visits|training [--replace]",
    load: async () => (await import("./stodprocess/index.ts")).importCountsCommand,
  },
  "import-ss12000": {
    help: "läser in skolregistret: import-ss12000 --kommun 9001 --url https://… | --folder MAPP [--full] [--dry-run]",
    load: async () => (await import("./school-register/index.ts")).importSs12000Command,
  },
  protect: {
    help: "skyddar en kommuns egna tabeller: protect --lattice l.json --counts c.csv --period 2026Q1 --out MAPP",
    load: async () => (await import("./protect/index.ts")).protectCommand,
  },
  "verify-log": {
    help: "räknar om loggen och säger om den är hel: verify-log [--kommun 9001] [--heads FIL] [--format text|json]",
    load: async () => (await import("./verify-log/index.ts")).verifyLogCommand,
  },
  jobs: {
    help: "det som görs bredvid webbplatsen: publicerar kedjeslut, tar upp loggrader till granskning (--once en gång)",
    load: async () => (await import("./jobs/index.ts")).jobsCommand,
  },
  "publish-heads": {
    help: "publicerar dagens kedjeslut av loggen i mappen KOMPASSEN_HEADS",
    load: async () => (await import("./verify-log/index.ts")).publishHeadsCommand,
  },
  release: {
    help: "tar fram, granskar, godkänner och visar utgåvor av statistiken: release create|audit|approve|withdraw|show|list|export",
    load: async () => (await import("./release/index.ts")).releaseCommand,
  },
  purge: {
    help: "utför de gallringar som två personer har beslutat",
    load: async () => (await import("./purge/index.ts")).purgeCommand,
  },
  backup: {
    help: "sparar hela databasen krypterad i en fil: backup [FIL]",
    load: async () => (await import("./backup/index.ts")).backupCommand,
  },
  restore: {
    help: "återställer en säkerhetskopia: restore FIL [--replace] [--rehearse] [--key FIL]",
    load: async () => (await import("./backup/index.ts")).restoreCommand,
  },
};

// Whoever reads only the beginning (`| head`) has closed the pipe: that is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

const [name, ...args] = process.argv.slice(2);
const io: Io = {
  stdout: process.stdout,
  stderr: process.stderr,
  folder: process.env.KOMPASSEN_CWD ?? process.cwd(),
};
process.exitCode = await run(name, args);

async function run(command: string | undefined, rest: string[]): Promise<number> {
  const found = command === undefined ? undefined : COMMANDS[command];
  if (found === undefined) {
    const lines = Object.entries(COMMANDS).map(([key, { help }]) => `  ${key.padEnd(15)}${help}`);
    io.stderr.write(`kompass <kommando>\n${lines.join("\n")}\n`);
    return command === undefined || command === "help" || command === "--help" ? 0 : 2;
  }
  try {
    const work = await found.load();
    return await work(rest, io);
  } catch (error) {
    // One calm line for whoever started it; the way to the cause for whoever mends it.
    io.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    if (process.env.KOMPASSEN_DEBUG === "1" && error instanceof Error) io.stderr.write(`${error.stack}\n`);
    else io.stderr.write("Hela felet visas med KOMPASSEN_DEBUG=1.\n");
    return 1;
  }
}
