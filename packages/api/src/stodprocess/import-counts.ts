import type { ActorTransaction } from "@kompassen/db";
import { type FileFault, type LocalDate, shownValue } from "@kompassen/domain/shared";
import { COUNT_FORMS, type CountKind, type FileCount, readCounts } from "@kompassen/domain/stodprocess";
import { auditJob } from "../audit/index.ts";
import { type CsvSource, readCsvTable } from "../csv/index.ts";
import { type FileImportResult, refuse, waitForTurn } from "./file-import.ts";
import { loadUnits } from "./load-units.ts";

/** Their columns are named as in the file, after `kommun_code` and `unit_id`. */
const TABLES: Record<CountKind, string> = {
  population: "unit_population",
  home_visits: "home_visit",
  training: "training",
};

/**
 * Reads a file of counts into the kommun of the job, whole or not at all. The same file a second time changes
 * nothing; other numbers for the same place are refused unless they are to replace what is there.
 */
export async function importCounts(
  tx: ActorTransaction,
  source: CsvSource,
  {
    kind,
    today,
    replace,
  }: { readonly kind: CountKind; readonly today: LocalDate; readonly replace: boolean },
): Promise<FileImportResult> {
  const { rows, faults: textFaults } = await readCsvTable(source);
  await waitForTurn(tx);
  const read = readCounts(kind, rows, await loadUnits(tx), today);
  if (!read.ok) return refuse([...textFaults, ...read.faults]);
  if (textFaults.length > 0) return refuse(textFaults);
  const stored = await loadStored(tx, kind);
  const differing = read.value.filter((count) => {
    const before = stored.get(placeOf(kind, { unit_id: count.unitId, ...count.address }));
    return before !== undefined && before !== numbersOf(kind, count.numbers);
  });
  if (differing.length > 0 && !replace) return refuse(differing.map((count) => toFault(kind, count)));
  const added = read.value.filter(
    (count) => !stored.has(placeOf(kind, { unit_id: count.unitId, ...count.address })),
  );
  await write(tx, kind, [...added, ...differing]);
  await auditJob(tx, "import", [], {
    verb: "stodprocess.importCounts",
    purpose: "import",
    fields: [TABLES[kind]],
  });
  return { kind: "accepted", rows: read.value.length, added: added.length, replaced: differing.length };
}

type Cells = Readonly<Record<string, string | number | null>>;

async function loadStored({ sql }: ActorTransaction, kind: CountKind): Promise<Map<string, string>> {
  const rows = await sql<Cells[]>`
    select * from ${sql(TABLES[kind])} where kommun_code = kompass.kommun()`;
  return new Map(rows.map((row) => [placeOf(kind, row), numbersOf(kind, row)]));
}

function placeOf(kind: CountKind, cells: Cells): string {
  const parts = ["unit_id", ...COUNT_FORMS[kind].address].map((column) => cells[column] ?? null);
  return JSON.stringify(parts.map((part) => (part === null ? null : String(part))));
}

function numbersOf(kind: CountKind, cells: Cells): string {
  return COUNT_FORMS[kind].numbers.map((column) => String(cells[column])).join(" ");
}

function toFault(kind: CountKind, { row, numbers }: FileCount): FileFault {
  const columns = COUNT_FORMS[kind].numbers;
  const value = shownValue(columns.map((column) => String(numbers[column])).join(", "));
  return { row, column: columns.join(", "), value, expected: { code: "stored_count" } };
}

async function write(
  { sql }: ActorTransaction,
  kind: CountKind,
  counts: readonly FileCount[],
): Promise<void> {
  if (counts.length === 0) return;
  const { address, numbers } = COUNT_FORMS[kind];
  const table = TABLES[kind];
  const columns = ["unit_id", ...address, ...numbers].join(", ");
  const rows = counts.map((count) => ({ unit_id: count.unitId, ...count.address, ...count.numbers }));
  // Names of tables and columns are the model's own; what was read travels as a parameter.
  await sql.unsafe(
    `insert into ${table} (kommun_code, ${columns})
     select kompass.kommun(), ${columns} from jsonb_populate_recordset(null::${table}, $1::text::jsonb)
     on conflict (kommun_code, unit_id, ${address.join(", ")})
     do update set ${numbers.map((column) => `${column} = excluded.${column}`).join(", ")}`,
    [JSON.stringify(rows)],
  );
}
