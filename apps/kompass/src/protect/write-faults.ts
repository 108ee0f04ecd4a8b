import { expectationText, type InputFaults } from "@kompassen/disclosure";
import type { Io } from "../io.ts";
import { EXPECTED } from "./expected-words.ts";

/** Every fault of a file, one line each: row, column, value, and what was expected. */
export function writeFaults(io: Io, file: string, { faults }: InputFaults): void {
  const lines = faults.map(({ row, column, value, expected }) => {
    const place = [row === null ? "" : `rad ${row}`, column === "" ? "" : `kolumn ${column}`];
    const where = place.filter((part) => part !== "").join(", ");
    return `  ${where === "" ? "hela filen" : where}: "${value}", väntade ${expectationText(expected, EXPECTED)}\n`;
  });
  const count = faults.length === 1 ? "1 fel" : `${faults.length} fel`;
  io.stderr.write(`${file}: ${count}. Inget har skrivits.\n${lines.join("")}`);
}
