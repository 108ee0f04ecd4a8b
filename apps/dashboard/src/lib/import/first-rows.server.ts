import { CsvReader } from "@kompassen/api/csv";

const ROWS_SHOWN = 6;

/** The header and the first rows of a file, to recognise it by. */
export async function firstRows(file: File): Promise<string[][]> {
  const rows: string[][] = [];
  const reader = new CsvReader((cells) => {
    if (rows.length <= ROWS_SHOWN) rows.push([...cells]);
  });
  for await (const chunk of file.stream()) {
    reader.push(chunk);
    if (rows.length > ROWS_SHOWN) return rows;
  }
  reader.end();
  return rows;
}
