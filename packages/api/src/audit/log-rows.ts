import { type ActorTransaction, copyOut } from "@kompassen/db";
import type { LogRow } from "@kompassen/domain/audit";

type Sql = ActorTransaction["sql"];

const COLUMNS = `kommun_code, chain, sequence, extract(epoch from at), actor_kind, actor, verb, purpose, child_alias,
  array_to_string(child_aliases, ','), to_jsonb(fields), encode(previous_hash, 'hex'), encode(hash, 'hex'),
  encode(first_hash, 'hex')`;

/**
 * The log of the kommun that the transaction names, in the order of chain and number, a part at a time: however long
 * the log is, no more of it is held than one part.
 */
export async function* streamLog(sql: Sql): AsyncGenerator<LogRow[]> {
  const parts = copyOut(
    sql,
    `copy (select ${COLUMNS} from audit_log where kommun_code = kompass.kommun() order by chain, sequence) to stdout`,
  );
  const fieldsOf = rememberFields();
  let rest = "";
  const decoder = new TextDecoder();
  for await (const part of parts) {
    const text = rest + decoder.decode(part, { stream: true });
    const end = text.lastIndexOf("\n");
    rest = text.slice(end + 1);
    if (end > 0)
      yield text
        .slice(0, end)
        .split("\n")
        .map((line) => toRow(line, fieldsOf));
  }
}

function toRow(line: string, fieldsOf: (text: string) => readonly string[]): LogRow {
  const cells = line.split("\t");
  const text = (at: number) => unescapeCell(cells[at] ?? "");
  const optional = (at: number) => (cells[at] === "\\N" ? null : text(at));
  const aliases = optional(9);
  return {
    kommunCode: text(0),
    chain: text(1),
    sequence: Number(cells[2]),
    at: text(3),
    actorKind: text(4),
    actor: text(5),
    verb: text(6),
    purpose: text(7),
    childAlias: optional(8),
    childAliases: aliases === null ? null : aliases === "" ? [] : aliases.split(","),
    fields: fieldsOf(cells[10] ?? "[]"),
    previousHash: text(11),
    hash: text(12),
    firstHash: optional(13),
  };
}

const ESCAPED: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v" };

/** Undoes what COPY does to letters that would end a cell. */
function unescapeCell(cell: string): string {
  return cell.includes("\\")
    ? cell.replace(/\\(.)/g, (_, letter: string) => ESCAPED[letter] ?? letter)
    : cell;
}

const MOST_REMEMBERED = 10_000;

/** A few hundred lists of fields stand in millions of rows. */
function rememberFields(): (text: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const fields: readonly string[] = JSON.parse(unescapeCell(text));
    if (known.size < MOST_REMEMBERED) known.set(text, fields);
    return fields;
  };
}
