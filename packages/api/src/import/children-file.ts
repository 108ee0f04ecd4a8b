import { PROTECTED_IDENTITIES, type ProtectedIdentity } from "@kompassen/domain/people";
import {
  cellAt,
  type Expectation,
  type FileFault,
  type Header,
  isBlankRow,
  isLocalDate,
  isTooLong,
  type LocalDate,
  readHeader,
  shownValue,
  TOO_LONG,
} from "@kompassen/domain/shared";
import { readCsvTable } from "../csv/index.ts";
import { CHILDREN_COLUMNS, type ChildrenColumn } from "./children-columns.ts";
import type { Directory, Responsible } from "./directory.ts";
import type { ImportFile } from "./import-request.ts";

/** Who a child of the file is. */
export interface ChildCard {
  readonly row: number;
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: LocalDate | null;
  readonly protectedIdentity: ProtectedIdentity;
  readonly unitId: string;
  readonly responsible: Responsible;
}

export interface ChildrenFile {
  /** By the file's own id of the child; also of rows that have faults. */
  readonly rowOf: ReadonlyMap<string, number>;
  readonly cards: ReadonlyMap<string, ChildCard>;
  readonly faults: readonly FileFault[];
}

interface Defaults {
  readonly unitCode: string | null;
  readonly responsible: string | null;
  /** Whether the children become whoever imports them's own. */
  readonly isOwnOnly: boolean;
}

type Cells = Readonly<Record<ChildrenColumn, string>>;

/** Reads a children file: a card for each good row, and every fault. */
export async function readChildrenFile(
  file: ImportFile,
  directory: Directory,
  today: LocalDate,
  defaults: Defaults,
): Promise<ChildrenFile> {
  const { rows, faults: textFaults } = await readCsvTable(file.open());
  const [first, ...rest] = rows.filter(({ cells }) => !isBlankRow(cells));
  const header = readHeader(first === undefined ? [] : first.cells, CHILDREN_COLUMNS);
  if (!header.ok) return { rowOf: new Map(), cards: new Map(), faults: [...header.faults, ...textFaults] };
  const faults = [...textFaults];
  const rowOf = new Map<string, number>();
  const cards = new Map<string, ChildCard>();
  for (const { cells: given, row } of rest) {
    const cells = toCells(given, header.value);
    if (cells === null) {
      const expected = { code: "cell_count", count: header.value.cellCount } as const;
      faults.push({ row, column: null, value: String(given.length), expected });
      continue;
    }
    const isRepeated = rowOf.has(cells.child_id);
    const { card, wrong } = readCard(cells, row, directory, today, defaults);
    if (isRepeated) wrong.push(["child_id", { code: "only_once" }]);
    else rowOf.set(cells.child_id, row);
    if (card !== null && wrong.length === 0) cards.set(cells.child_id, card);
    faults.push(
      ...wrong.map(([column, expected]) => ({ row, column, value: shownValue(cells[column]), expected })),
    );
  }
  return { rowOf, cards, faults: faults.toSorted((a, b) => a.row - b.row) };
}

function toCells(cells: readonly string[], { positions, cellCount }: Header<ChildrenColumn>): Cells | null {
  if (cells.length !== cellCount) return null;
  const at = (column: ChildrenColumn) => cellAt(cells, positions[column]);
  return {
    child_id: at("child_id"),
    given_name: at("given_name"),
    family_name: at("family_name"),
    birth_date: at("birth_date"),
    unit_code: at("unit_code"),
    responsible: at("responsible"),
    protected_identity: at("protected_identity"),
  };
}

function readCard(
  cells: Cells,
  row: number,
  directory: Directory,
  today: LocalDate,
  defaults: Defaults,
): { card: ChildCard | null; wrong: [ChildrenColumn, Expectation][] } {
  const wrong: [ChildrenColumn, Expectation][] = CHILDREN_COLUMNS.filter((column) =>
    isTooLong(cells[column]),
  ).map((column) => [column, TOO_LONG]);
  if (cells.child_id === "") wrong.push(["child_id", { code: "filled" }]);
  if (cells.given_name === "") wrong.push(["given_name", { code: "filled" }]);
  const birthDate = isLocalDate(cells.birth_date) ? cells.birth_date : null;
  if (cells.birth_date !== "" && birthDate === null) wrong.push(["birth_date", { code: "date" }]);
  if (birthDate !== null && birthDate > today) wrong.push(["birth_date", { code: "not_after", date: today }]);
  const protectedIdentity = readProtectedIdentity(cells.protected_identity);
  if (protectedIdentity === undefined) {
    wrong.push(["protected_identity", { code: "one_of", options: ["", ...PROTECTED_IDENTITIES] }]);
  }
  const unitId = directory.units.get(cells.unit_code || (defaults.unitCode ?? ""));
  if (unitId === undefined) wrong.push(["unit_code", { code: "known_unit" }]);
  const responsible = directory.responsibles.get(cells.responsible || (defaults.responsible ?? ""));
  if (responsible === undefined) {
    wrong.push(["responsible", { code: defaults.isOwnOnly ? "oneself" : "known_responsible" }]);
  }
  if (unitId === undefined || responsible === undefined || protectedIdentity === undefined) {
    return { card: null, wrong };
  }
  const { given_name: givenName, family_name: familyName } = cells;
  return { card: { row, givenName, familyName, birthDate, protectedIdentity, unitId, responsible }, wrong };
}

function readProtectedIdentity(text: string): ProtectedIdentity | undefined {
  return text === "" ? "ingen" : PROTECTED_IDENTITIES.find((word) => word === text);
}
