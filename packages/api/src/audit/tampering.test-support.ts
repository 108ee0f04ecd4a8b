import type { TestDatabase } from "@kompassen/db/testing";
import type { ChainHead, LogFaultKind } from "@kompassen/domain/audit";
import { readChainHeads, type VerifiedLog, verifyKommun } from "./verify-kommun.ts";

type Sql = TestDatabase["admin"];

const KOMMUN = "9309";

/** One way to tamper with the log, as somebody who owns the database and knows how it is hashed. */
interface Way {
  readonly name: string;
  run(tx: Sql, pick: Pick): Promise<{ readonly count: number }>;
}

/** What is struck: rows of chains that are long enough for every way. */
interface Pick {
  readonly chain: string;
  readonly other: string;
  /** A row that is neither the first nor the last of its chain. */
  readonly sequence: number;
  readonly random: (below: number) => number;
}

const edit =
  (column: string, value: string): Way["run"] =>
  (tx, { chain, sequence }) =>
    tx.unsafe(
      `update audit_log set ${column} = ${value} where chain = $1 and sequence = $2 and (${column}) is distinct from (${value})`,
      [chain, sequence],
    );

const EDITS: readonly (readonly [string, string])[] = [
  ["at", "at - interval '1 second'"],
  ["at", "at + interval '1 microsecond'"],
  ["actor_kind", "case actor_kind when 'system' then 'person' else 'system' end"],
  ["actor", "gen_random_uuid()::text"],
  [
    "actor",
    "(select actor from audit_log o where o.actor_kind = 'person' and o.actor <> audit_log.actor limit 1)",
  ],
  ["verb", "'people.listOptions'"],
  ["verb", "verb || ' '"],
  ["purpose", "'statistik'"],
  ["child_alias", "case when child_alias is null then gen_random_uuid() end"],
  [
    "child_alias",
    "(select c.alias from audit_child c where c.alias is distinct from audit_log.child_alias limit 1)",
  ],
  ["child_aliases", "coalesce(child_aliases, '{}') || gen_random_uuid()"],
  ["fields", "fields[2:]"],
  ["fields", "fields || array['person']"],
  ["fields", "array[array_to_string(fields, ', ')] || '{}'::text[] || array['']"],
  ["previous_hash", "sha256(previous_hash)"],
  ["hash", "sha256(hash)"],
  ["first_hash", "sha256(hash)"],
  ["kommun_code", "'9310'"],
];

/** After it every hash of the chain is right again, and so is its head: only what was published tells. */
const REHASH = `
  create or replace function pg_temp.rehash(of_chain uuid) returns integer language plpgsql as $$
  declare
    entry record;
    before bytea := sha256(convert_to('${KOMMUN}' || of_chain::text, 'UTF8'));
    digest bytea;
    number bigint := 0;
  begin
    for entry in select * from audit_log where kommun_code = '${KOMMUN}' and chain = of_chain order by sequence loop
      number := number + 1;
      digest := sha256(before || convert_to(jsonb_build_array(2, entry.kommun_code, entry.chain, number,
        extract(epoch from entry.at), entry.actor_kind, entry.actor, entry.verb, entry.purpose, entry.child_alias,
        entry.child_aliases, entry.fields, encode(entry.first_hash, 'hex'))::text, 'UTF8'));
      update audit_log set sequence = number, previous_hash = before, hash = digest
       where kommun_code = '${KOMMUN}' and chain = of_chain and sequence = entry.sequence;
      before := digest;
    end loop;
    update audit_chain set sequence = number, hash = before where kommun_code = '${KOMMUN}' and chain = of_chain;
    return number;
  end $$`;

const rehash = (tx: Sql, chain: string) => tx`select pg_temp.rehash(${chain})`;

/** Makes room before a row, from the last on, since numbers are unique at every moment. */
async function shift(tx: Sql, chain: string, from: number): Promise<void> {
  await tx`update audit_log set sequence = sequence + 100000 where chain = ${chain} and sequence >= ${from}`;
  await tx`update audit_log set sequence = sequence - 99999 where chain = ${chain} and sequence >= 100000`;
}

const copyRow = (tx: Sql, from: string, at: number, to: string, as: number) => tx`
  insert into audit_log (kommun_code, chain, sequence, at, actor_kind, actor, verb, purpose, child_alias, child_aliases,
                         fields, previous_hash, hash, first_hash)
  select kommun_code, ${to}, ${as}, at, actor_kind, actor, verb, purpose, child_alias, child_aliases, fields,
         previous_hash, hash, first_hash from audit_log where chain = ${from} and sequence = ${at}`;

async function swapRows(tx: Sql, chain: string, one: number, two: number) {
  await tx`update audit_log set sequence = -1 where chain = ${chain} and sequence = ${one}`;
  await tx`update audit_log set sequence = ${one} where chain = ${chain} and sequence = ${two}`;
  return tx`update audit_log set sequence = ${two} where chain = ${chain} and sequence = -1`;
}

/** Closes the gap that a taken row has left, and hashes the rest anew. */
async function takeAndRehash(tx: Sql, chain: string, sequence: number) {
  const taken = await tx`delete from audit_log where chain = ${chain} and sequence = ${sequence}`;
  await rehash(tx, chain);
  return taken;
}

const lastOf = async (tx: Sql, chain: string): Promise<number> => {
  const [row] = await tx<{ last: number }[]>`
    select max(sequence)::int as last from audit_log where chain = ${chain}`;
  return row?.last ?? 0;
};

const WAYS: readonly Way[] = [
  ...EDITS.map(([column, value]) => ({ name: `edit ${column}`, run: edit(column, value) })),
  ...EDITS.filter(([column]) => !/hash|kommun/.test(column)).map(([column, value]) => ({
    name: `edit ${column}, every hash and the head made right`,
    run: async (tx: Sql, pick: Pick) => {
      const struck = await edit(column, value)(tx, pick);
      await rehash(tx, pick.chain);
      return struck;
    },
  })),
  {
    name: "delete the first row",
    run: (tx, { chain }) => tx`delete from audit_log where chain = ${chain} and sequence = 1`,
  },
  {
    name: "delete a row in the middle",
    run: (tx, { chain, sequence }) =>
      tx`delete from audit_log where chain = ${chain} and sequence = ${sequence}`,
  },
  {
    name: "delete a row in the middle, hashes, numbers and head made right",
    run: (tx, { chain, sequence }) => takeAndRehash(tx, chain, sequence),
  },
  {
    name: "delete the first row, hashes, numbers and head made right",
    run: (tx, { chain }) => takeAndRehash(tx, chain, 1),
  },
  {
    name: "cut the end",
    run: (tx, { chain, sequence }) =>
      tx`delete from audit_log where chain = ${chain} and sequence > ${sequence}`,
  },
  {
    name: "cut the end, head made right",
    run: async (tx, { chain, sequence }) => {
      const cut = await tx`delete from audit_log where chain = ${chain} and sequence > ${sequence}`;
      await rehash(tx, chain);
      return cut;
    },
  },
  {
    name: "delete every row of a chain",
    run: (tx, { chain }) => tx`delete from audit_log where chain = ${chain}`,
  },
  {
    name: "delete a chain with its head",
    run: async (tx, { chain }) => {
      await tx`delete from audit_chain where chain = ${chain}`;
      return tx`delete from audit_log where chain = ${chain}`;
    },
  },
  {
    name: "insert a copied row in the middle",
    run: async (tx, { chain, sequence }) => {
      await shift(tx, chain, sequence);
      return copyRow(tx, chain, sequence + 1, chain, sequence);
    },
  },
  {
    name: "insert a copied row in the middle, hashes and head made right",
    run: async (tx, { chain, sequence }) => {
      await shift(tx, chain, sequence);
      const put = await copyRow(tx, chain, sequence + 1, chain, sequence);
      await rehash(tx, chain);
      return put;
    },
  },
  {
    name: "insert a copied row at the end",
    run: async (tx, { chain, sequence }) =>
      copyRow(tx, chain, sequence, chain, (await lastOf(tx, chain)) + 1),
  },
  {
    name: "insert a row of an earlier day at the end, hashes and head made right",
    run: async (tx, { chain, sequence }) => {
      const put = await copyRow(tx, chain, sequence, chain, (await lastOf(tx, chain)) + 1);
      await rehash(tx, chain);
      return put;
    },
  },
  {
    name: "insert a chain of an earlier day, hashes and head made right",
    run: async (tx, { chain }) => {
      const made = crypto.randomUUID();
      await tx`insert into audit_chain (kommun_code, chain, sequence, hash) values (${KOMMUN}, ${made}, 0, sha256(''))`;
      await copyRow(tx, chain, 1, made, 1);
      const put = await copyRow(tx, chain, 2, made, 2);
      await rehash(tx, made);
      return put;
    },
  },
  {
    name: "change the places of two rows",
    run: (tx, { chain, sequence }) => swapRows(tx, chain, sequence, sequence + 1),
  },
  {
    name: "change the places of two rows, hashes made right",
    run: async (tx, { chain, sequence }) => {
      const swapped = await swapRows(tx, chain, sequence, sequence + 1);
      await rehash(tx, chain);
      return swapped;
    },
  },
  {
    name: "move a row to another chain",
    run: async (tx, { chain, other, sequence }) => {
      const next = (await lastOf(tx, other)) + 1;
      return tx`update audit_log set chain = ${other}, sequence = ${next} where chain = ${chain} and sequence = ${sequence}`;
    },
  },
  {
    name: "exchange two chains",
    run: async (tx, { chain, other }) => {
      const between = crypto.randomUUID();
      for (const table of ["audit_log", "audit_chain"])
        for (const [from, to] of [
          [chain, between],
          [other, chain],
          [between, other],
        ] as const)
          await tx`update ${tx(table)} set chain = ${to} where chain = ${from}`;
      return { count: 1 };
    },
  },
  {
    name: "exchange two chains, hashes and heads made right",
    run: async (tx, { chain, other }) => {
      const between = crypto.randomUUID();
      for (const [from, to] of [
        [chain, between],
        [other, chain],
        [between, other],
      ] as const)
        await tx`update audit_log set chain = ${to} where chain = ${from}`;
      await rehash(tx, chain);
      await rehash(tx, other);
      return { count: 1 };
    },
  },
  {
    name: "write a chain anew as another's looks, hashes and head made right",
    run: async (tx, { chain }) => {
      const struck = await tx`
        update audit_log set actor = ${crypto.randomUUID()} where chain = ${chain} and actor_kind = 'person'`;
      await rehash(tx, chain);
      return struck;
    },
  },
  {
    name: "change the hash of a head",
    run: (tx, { chain }) => tx`update audit_chain set hash = sha256(hash) where chain = ${chain}`,
  },
  {
    name: "turn a head forward",
    run: (tx, { chain, random }) =>
      tx`update audit_chain set sequence = sequence + ${1 + random(3)} where chain = ${chain}`,
  },
  {
    name: "turn a head back to an earlier row",
    run: (tx, { chain, sequence }) => tx`
      update audit_chain c set sequence = l.sequence, hash = l.hash from audit_log l
       where l.chain = ${chain} and l.sequence = ${sequence} and c.chain = l.chain`,
  },
  {
    name: "delete a head",
    run: (tx, { chain }) => tx`delete from audit_chain where chain = ${chain}`,
  },
  {
    name: "let two children change their aliases",
    run: async (tx) => {
      const drawn = await tx<{ child_id: string; salt: Uint8Array; alias: string }[]>`
        select child_id, salt, alias from audit_child order by random() limit 2`;
      const [one, two] = drawn;
      if (one === undefined || two === undefined) return { count: 0 };
      await tx`update audit_child set alias = ${crypto.randomUUID()} where child_id = ${two.child_id}`;
      await tx`update audit_child set salt = ${two.salt}, alias = ${two.alias} where child_id = ${one.child_id}`;
      await tx`update audit_child set salt = ${one.salt}, alias = ${one.alias} where child_id = ${two.child_id}`;
      return { count: 1 };
    },
  },
];

export interface TamperingResult {
  readonly tampered: number;
  readonly found: number;
  /** Ways that were not found, with how often. */
  readonly missed: readonly string[];
  readonly ways: number;
  /** Faults in the log when nobody had touched it, before and after. */
  readonly untouchedFaults: number;
  readonly rows: number;
  readonly faultKinds: Readonly<Record<string, number>>;
  readonly seconds: number;
}

export interface TamperingOptions {
  readonly database: TestDatabase;
  readonly tamperings: number;
  readonly seed: number;
}

/** The same numbers for the same seed. */
function drawFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * below);
  };
}

/**
 * Writes a log through its own function, publishes its heads, tampers with it in every way in turn, one way at a time
 * and each undone again, and asks whether the verifier finds it.
 */
export async function tamperWithLog({
  database,
  tamperings,
  seed,
}: TamperingOptions): Promise<TamperingResult> {
  const started = performance.now();
  const random = drawFrom(seed);
  await writeLog(database, random);
  const { admin } = database;
  // What is published is an hour old at the verification: rows put in later must say so.
  const publishedAt = Date.now() / 1000 + 3600;
  const heads = await inKommun(admin, (tx) => readChainHeads(tx));
  const published = { publishedAt, heads: new Map(heads.map((head) => [head.chain, head])) };
  const verify = (tx: Sql) => verifyKommun(tx, KOMMUN, published);
  const untouched = await inKommun(admin, verify);
  const long = heads.filter(({ sequence }) => sequence >= 6);
  const missed = new Map<string, number>();
  const kinds = new Map<LogFaultKind, number>();
  let found = 0;
  for (let index = 0; index < tamperings; index += 1) {
    const way = WAYS[index % WAYS.length];
    if (way === undefined) break;
    const verified = await tamperOnce(admin, way, pickFrom(long, random), verify);
    const isFound = verified.faults.length > 0;
    if (isFound) found += 1;
    else missed.set(way.name, (missed.get(way.name) ?? 0) + 1);
    for (const kind of new Set(verified.faults.map((fault) => fault.kind)))
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  const after = await inKommun(admin, verify);
  return {
    tampered: tamperings,
    found,
    missed: [...missed].map(([name, count]) => `${name}: ${count}`),
    ways: WAYS.length,
    untouchedFaults: untouched.faults.length + after.faults.length,
    rows: untouched.rows,
    faultKinds: Object.fromEntries([...kinds].toSorted()),
    seconds: Math.round((performance.now() - started) / 100) / 10,
  };
}

function pickFrom(heads: readonly ChainHead[], random: (below: number) => number): Pick {
  const one = random(heads.length);
  const two = (one + 1 + random(heads.length - 1)) % heads.length;
  const [chain, other] = [heads[one], heads[two]];
  if (chain === undefined || other === undefined) throw new Error("too few chains");
  return { chain: chain.chain, other: other.chain, sequence: 2 + random(chain.sequence - 3), random };
}

function tamperOnce(
  admin: Sql,
  way: Way,
  pick: Pick,
  verify: (tx: Sql) => Promise<VerifiedLog>,
): Promise<VerifiedLog> {
  return inKommun(admin, async (tx) => {
    const { count } = await way.run(tx, pick);
    if (count === 0) throw new Error(`nothing was tampered with: ${way.name}`);
    return verify(tx);
  });
}

/** Past every lock and every constraint on aliases, as somebody who owns the database; nothing of it is kept. */
async function inKommun<T>(admin: Sql, work: (tx: Sql) => Promise<T>): Promise<T> {
  const tx = await admin.reserve();
  try {
    await tx`begin`;
    await tx`select set_config('kompass.kommun', ${KOMMUN}, true)`;
    await tx.unsafe(REHASH);
    await tx`alter table audit_child drop constraint if exists audit_child_alias_commits`;
    return await work(tx);
  } finally {
    await tx`rollback`;
    tx.release();
  }
}

const VERBS = ["people.getChild", "behovskompass.getChart", "behovskompass.saveDraft", "followUp.getSignal"];
const CHILDREN = 24;
const STAFF = 6;

async function writeLog({ admin, app, job }: TestDatabase, random: (below: number) => number): Promise<void> {
  const ids = (count: number) => Array.from({ length: count }, () => crypto.randomUUID());
  const [children, staff] = [ids(CHILDREN), ids(STAFF)];
  const unitId = crypto.randomUUID();
  await admin`insert into kommun (kommun_code, name) values (${KOMMUN}, 'Provkommun')`;
  await admin`
    insert into unit (kommun_code, id, code, name, kind) values (${KOMMUN}, ${unitId}, 'S1', 'Skolan', 'grundskola')`;
  await admin`
    insert into child (kommun_code, id, case_number, given_name, family_name, unit_id, registered_on)
    select ${KOMMUN}, id, left(id::text, 8), 'Nilo', 'Vandral', ${unitId}, '2026-01-01'
      from unnest(${children}::uuid[]) as c (id)`;
  for (const personId of staff) {
    await app.transaction({ type: "person", kommunCode: KOMMUN, personId }, async ({ sql }) => {
      for (const childId of children)
        for (let look = 0; look < 2; look += 1)
          await sql`
            select kompass.audit(${VERBS[random(VERBS.length)] ?? ""}, 'uppfoljning', ${childId}::uuid, array['child', 'guardian'])`;
      for (let list = 0; list < 8; list += 1)
        await sql`
          select kompass.audit_many('people.listCaseload', 'arbetslista', ${children.slice(random(8))}::uuid[], array['child', 'signal'])`;
    });
  }
  await job.transaction({ type: "system", kommunCode: KOMMUN, job: "import" }, async ({ sql }) => {
    for (let row = 0; row < 8; row += 1)
      await sql`
        select kompass.record_audit('00000000-0000-7000-8000-000000001e5a', 'system', 'import', 'import.commit', 'import',
                                    null, ${children}::uuid[], array['child', 'placement'])`;
  });
}
