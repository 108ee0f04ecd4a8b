import { getDocumentProxy } from "unpdf";

export interface PrintedTable {
  readonly caption: string;
  readonly heads: readonly string[];
  /** The texts of each row, spaces taken away, since a line may have been broken anywhere. */
  readonly rows: string[][];
}

interface StructNode {
  readonly role?: string;
  readonly id?: string;
  readonly children?: readonly StructNode[];
}

/** The tables of a report as a reading aid finds them: by the tags alone. */
export async function readReport(bytes: Uint8Array): Promise<{ tables: PrintedTable[]; text: string }> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const tables: PrintedTable[] = [];
  let caption = "";
  let text = "";
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const content = await page.getTextContent({ includeMarkedContent: true });
    const texts = new Map<string, string>();
    let current: string | null = null;
    for (const item of content.items) {
      if ("type" in item) current = item.type.startsWith("begin") ? (item.id ?? null) : null;
      else {
        text += `${item.str}${item.hasEOL ? "\n" : " "}`;
        if (current !== null) texts.set(current, `${texts.get(current) ?? ""}${item.str}`);
      }
    }
    const textOf = (node: StructNode): string =>
      `${texts.get(node.id ?? "") ?? ""}${(node.children ?? []).map(textOf).join("")}`.replaceAll(/\s/g, "");
    const root: StructNode | null = await page.getStructTree();
    for (const node of root === null ? [] : all(root)) {
      if (node.role === "H3") caption = textOf(node);
      if (node.role === "THead") {
        const heads = all(node).filter(({ role }) => role === "TH");
        tables.push({ caption, heads: heads.map(textOf), rows: [] });
      }
      // On a page that a table goes on to there is no new head.
      if (node.role === "TBody")
        for (const row of node.children ?? []) tables.at(-1)?.rows.push((row.children ?? []).map(textOf));
    }
  }
  return { tables, text };
}

function all(node: StructNode): StructNode[] {
  return [node, ...(node.children ?? []).flatMap(all)];
}
