import { expect, test } from "vitest";
import { tableMarkup } from "./table-markup.ts";

const columns = [
  { label: "Område", isNumber: false },
  { label: "Nu", isNumber: true },
];

test("the first cell names its row, and numbers stand to the right", () => {
  const markup = tableMarkup({ caption: "Behovskompass", columns, rows: [["Omsorg", "4"]] });
  expect(markup).toContain('<th scope="col">Område</th><th scope="col" class="number">Nu</th>');
  expect(markup).toContain('<tr><th scope="row">Omsorg</th><td class="number">4</td></tr>');
});

test("what people have written is text, never markup", () => {
  const name = '<img src=x onerror="alert(1)"> & co';
  const markup = tableMarkup({
    caption: name,
    columns: [{ label: name, isNumber: false }],
    rows: [[name, name]],
  });
  expect(markup).not.toContain("<img");
  expect(markup.match(/&lt;img src=x onerror="alert\(1\)"> &amp; co/g)).toHaveLength(4);
});
