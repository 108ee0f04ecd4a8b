import {
  type Cell,
  expectation,
  type Fault,
  InputFaults,
  type Lattice,
  type ReleasedCell,
} from "@kompassen/disclosure";
import { stringify } from "csv-stringify/sync";
import { readTable } from "./read-table.ts";

const LAST_COLUMNS = ["status", "value", "band"];

function columnsOf(lattice: Lattice): string[] {
  return [...lattice.dimensions.map((dimension) => dimension.name), ...LAST_COLUMNS];
}

function fieldsOf(cell: Cell, decimals: number): readonly [string, string, string] {
  switch (cell.status) {
    case "published":
      return [cell.status, cell.value.toFixed(decimals), ""];
    case "band":
      return [cell.status, "", cell.band];
    case "protected":
    case "not_applicable":
      return [cell.status, "", ""];
  }
}

/** One row per cell in the lattice's own order: nothing about the order or the length depends on the data. */
export function writePublished(lattice: Lattice, cells: readonly ReleasedCell[], decimals: number): string {
  const rows = cells.map(({ codes, cell }) => [...codes, ...fieldsOf(cell, decimals)]);
  return stringify([columnsOf(lattice), ...rows]);
}

function readCell(status: string, value: string, band: string): Cell | null {
  if (status === "published" && /^-?\d+(\.\d+)?$/.test(value) && band === "") {
    return { status, value: Number(value) };
  }
  if (value !== "") return null;
  if (status === "band" && band !== "") return { status, band };
  if ((status === "protected" || status === "not_applicable") && band === "") return { status };
  return null;
}

/** The cells of a published.csv. @throws InputFaults when a row is not one this program could have written. */
export function readPublished(name: string, text: string, lattice: Lattice): ReleasedCell[] {
  const { header, lines } = readTable(name, text);
  const columns = columnsOf(lattice);
  if (header.join(",") !== columns.join(",")) {
    const fault = {
      row: 1,
      column: "",
      value: header.join(","),
      expected: expectation("columns", { names: columns.join(", ") }),
    };
    throw new InputFaults(name, [fault]);
  }
  const faults: Fault[] = [];
  const cells = lines.flatMap(({ row, fields }): ReleasedCell[] => {
    const { status = "", value = "", band = "" } = fields;
    const cell = readCell(status, value, band);
    const codes = lattice.dimensions.map((dimension) => fields[dimension.name] ?? "");
    if (cell !== null) return [{ codes, cell }];
    const expected = expectation("published_row");
    faults.push({ row, column: LAST_COLUMNS.join(","), value: [status, value, band].join(","), expected });
    return [];
  });
  if (faults.length > 0) throw new InputFaults(name, faults);
  return cells;
}
