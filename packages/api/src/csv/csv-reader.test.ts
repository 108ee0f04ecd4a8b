import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCsv } from "./read-csv.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => Buffer.from(text, "latin1");

const FLOOD = bytes("x".repeat(1_000_000));

async function read(...chunks: Uint8Array[]) {
  const rows: { cells: string[]; row: number }[] = [];
  const faults = await readCsv(chunks, (cells, row) => rows.push({ cells: [...cells], row }));
  return { rows, faults };
}

describe("reading csv", () => {
  it("reads with and without byte order mark, with comma and with semicolon, alike", async () => {
    const expected = [
      { cells: ["namn", "värde"], row: 1 },
      { cells: ["Åsa", "3,5"], row: 2 },
    ];
    expect((await read(bytes("namn;värde\r\nÅsa;3,5\r\n"))).rows).toEqual(expected);
    expect((await read(bytes("\ufeffnamn;värde\nÅsa;3,5\n"))).rows).toEqual(expected);
    expect((await read(bytes('namn,värde\nÅsa,"3,5"\n'))).rows).toEqual(expected);
  });

  it("gives the same rows however the bytes are cut into chunks", async () => {
    const file = bytes('\ufeffnamn,text\nÅsa,"rad ett\nrad ""två"""\n\nBo,å\nCi,');
    const whole = await read(file);
    expect(whole.rows.map(({ row }) => row)).toEqual([1, 2, 4, 5]);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: file.length }), { maxLength: 12 }), async (cuts) => {
        const places = [0, ...cuts.toSorted((a, b) => a - b), file.length];
        const chunks = places.slice(1).map((end, index) => file.subarray(places[index], end));
        expect(await read(...chunks)).toEqual(whole);
      }),
    );
  });

  it("counts empty lines as rows but does not give them", async () => {
    expect((await read(bytes("a,b\n\n1,2\n"))).rows.at(-1)).toEqual({ cells: ["1", "2"], row: 3 });
  });

  it("names row and column of bytes that are not UTF-8, and still gives the other rows", async () => {
    const { rows, faults } = await read(latin1("id,namn\n1,Ask\n2,Åsa\n3,Bo\n"));
    expect(faults).toEqual([{ row: 3, column: "namn", value: "Åsa", expected: { code: "utf8" } }]);
    expect(rows.map(({ cells }) => cells[1])).toEqual(["namn", "Ask", "Bo"]);
  });

  it("keeps the good letters of a row beside one that is not UTF-8", async () => {
    const { rows } = await read(Buffer.concat([bytes("id,namn\n1,Örjan\n"), latin1("2,Åsa\n")]));
    expect(rows.at(-1)).toEqual({ cells: ["1", "Örjan"], row: 2 });
  });

  it("tells of a file that ends in the middle of a line", async () => {
    const { rows, faults } = await read(bytes("a,b,c\n1,2,3\n4,5"));
    expect(faults).toEqual([{ row: 3, column: null, value: "4,5", expected: { code: "whole_line" } }]);
    expect(rows).toHaveLength(2);
  });

  it("takes a whole last line without a line end", async () => {
    const { rows, faults } = await read(bytes("a,b\n1,2"));
    expect(faults).toEqual([]);
    expect(rows.at(-1)).toEqual({ cells: ["1", "2"], row: 2 });
  });

  it("tells the row where a quotation mark is opened and never closed", async () => {
    const { faults } = await read(bytes('a,b\n1,2\n"3,4\n5,6\n'));
    expect(faults).toEqual([{ row: 3, column: null, value: "", expected: { code: "closed_quote" } }]);
  });

  it("stops reading when an open quotation mark, or a cell without end, swallows the file", async () => {
    const flood = Array.from({ length: 34 }, () => FLOOD);
    const quoted = await read(bytes('a,b\n"'), ...flood, bytes('"\n'));
    expect(quoted.faults).toEqual([{ row: 2, column: null, value: "", expected: { code: "closed_quote" } }]);
    const plain = await read(bytes("a,b\n1,"), ...flood, bytes("\n2,3\n"));
    expect(plain.faults).toMatchObject([{ row: 2, expected: { code: "at_most_characters" } }]);
  });

  it("gives a huge cell that does end, so that its column can be told", async () => {
    const { rows, faults } = await read(bytes('a,b\n1,"'), FLOOD, FLOOD, bytes('"\n2,3\n'));
    expect(faults).toEqual([]);
    expect(rows.map(({ cells }) => cells[1]?.length)).toEqual([1, 2_000_000, 1]);
  });
});
