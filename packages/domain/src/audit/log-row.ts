/** One row of the log as it is stored. Persons and children go by their aliases. */
export interface LogRow {
  readonly kommunCode: string;
  readonly chain: string;
  readonly sequence: number;
  /** Seconds since 1970 with six decimals, as the database counts them. */
  readonly at: string;
  readonly actorKind: string;
  readonly actor: string;
  readonly verb: string;
  readonly purpose: string;
  readonly childAlias: string | null;
  readonly childAliases: readonly string[] | null;
  readonly fields: readonly string[];
  /** Hashes are lower-case hex. */
  readonly previousHash: string;
  readonly hash: string;
  /** The hash that a row of the first form was written with; null for rows written in this form. */
  readonly firstHash: string | null;
}

/** SHA-256 of the parts, one after the other; hex in and out for hashes, UTF-8 for text. */
export type Sha256 = (previous: string, text: string) => string;

/** The number of the form that rows are hashed in, so that a later form cannot be taken for this one. */
const FORM = 2;

/** What the hash of a row covers, written as PostgreSQL writes a jsonb array. */
export function contentOf(row: LogRow): string {
  return `[${FORM}, ${word(row.kommunCode)}, ${word(row.chain)}, ${row.sequence}, ${row.at}, ${word(row.actorKind)}, ${word(row.actor)}, ${word(row.verb)}, ${word(row.purpose)}, ${optional(row.childAlias)}, ${row.childAliases === null ? "null" : list(row.childAliases)}, ${list(row.fields)}, ${optional(row.firstHash)}]`;
}

/** What stands before the first row of a chain. */
export function startOf(kommunCode: string, chain: string): string {
  return kommunCode + chain;
}

/** Whom a row of the first form named, by id: known as long as the salts are kept. */
export interface FirstFormNames {
  readonly chain: string;
  readonly actor: string;
  readonly childId: string | null;
  readonly childIds: readonly string[] | null;
}

/** What the hash of a row covered before aliases. */
export function firstContentOf(row: LogRow, names: FirstFormNames): string {
  return `[${word(row.kommunCode)}, ${word(names.chain)}, ${row.sequence}, ${row.at}, ${word(row.actorKind)}, ${word(names.actor)}, ${word(row.verb)}, ${word(row.purpose)}, ${optional(names.childId)}, ${names.childIds === null ? "null" : list(names.childIds)}, ${list(row.fields)}]`;
}

const word = (text: string) => JSON.stringify(text);
const optional = (text: string | null) => (text === null ? "null" : word(text));
const list = (words: readonly string[]) => `[${words.map(word).join(", ")}]`;
