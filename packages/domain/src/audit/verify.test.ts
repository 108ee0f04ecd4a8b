import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { localDate } from "../shared/index.ts";
import { type ChainHead, type PublishedHeads, verifyLog } from "./chain-verifier.ts";
import { isWholeHeadFile, readHeadFile, rootOf, sortHeads, writeHeadFile } from "./head-file.ts";
import { contentOf, firstContentOf, type LogRow, startOf } from "./log-row.ts";

const KOMMUN = "9001";
const sha256 = (previous: string, text: string) =>
  createHash("sha256").update(Buffer.from(previous, "hex")).update(text).digest("hex");

/** A chain of `length` rows, hashed as the database does. */
function aChain(chain: string, length: number, changes: (row: LogRow) => LogRow = (row) => row): LogRow[] {
  const rows: LogRow[] = [];
  let previousHash = sha256("", startOf(KOMMUN, chain));
  for (let sequence = 1; sequence <= length; sequence += 1) {
    const row = changes({
      kommunCode: KOMMUN,
      chain,
      sequence,
      at: `${1000 + sequence}.000000`,
      actorKind: "person",
      actor: "anna",
      verb: "people.getChild",
      purpose: "uppfoljning",
      childAlias: chain,
      childAliases: null,
      fields: ["child", "guardian"],
      previousHash,
      hash: "",
      firstHash: null,
    });
    previousHash = sha256(previousHash, contentOf(row));
    rows.push({ ...row, hash: previousHash });
  }
  return rows;
}

const A = "a".repeat(36);
const B = "b".repeat(36);
const headOf = (rows: readonly LogRow[]): ChainHead => {
  const last = rows.at(-1);
  return { chain: last?.chain ?? "", sequence: last?.sequence ?? 0, hash: last?.hash ?? "" };
};
const headsOf = (...chains: LogRow[][]) => new Map(chains.map((rows) => [headOf(rows).chain, headOf(rows)]));

function faultsOf(
  rows: readonly LogRow[],
  stored = headsOf(aChain(A, 4), aChain(B, 3)),
  published: PublishedHeads | null = null,
) {
  const verifier = verifyLog({
    kommunCode: KOMMUN,
    storedHeads: stored,
    published,
    sha256,
    namesOf: () => null,
  });
  const faults = [...rows.flatMap((row) => verifier.take(row)), ...verifier.end()];
  return faults.map(({ kind, chain, sequence }) => `${kind} ${chain[0]}${sequence}`);
}

const whole = [...aChain(A, 4), ...aChain(B, 3)];

it("finds nothing in a log that nobody has touched", () => {
  expect(faultsOf(whole)).toEqual([]);
  expect(faultsOf([], new Map())).toEqual([]);
});

it("hashes what PostgreSQL writes of a jsonb array", () => {
  const [row] = aChain(A, 1);
  expect(
    row && contentOf({ ...row, chain: "c", childAlias: null, childAliases: ["x", "y"], fields: [] }),
  ).toBe(
    '[2, "9001", "c", 1, 1001.000000, "person", "anna", "people.getChild", "uppfoljning", null, ["x", "y"], [], null]',
  );
});

describe("what is found", () => {
  it("a changed row, whatever was changed in it", () => {
    const changes: Partial<LogRow>[] = [
      { at: "1.000000" },
      { actorKind: "system" },
      { actor: "bo" },
      { verb: "x" },
      { purpose: "x" },
      { childAlias: null },
      { childAliases: [] },
      { fields: ["child"] },
      { firstHash: "00" },
    ];
    for (const change of changes)
      expect(faultsOf(whole.with(1, { ...whole[1], ...change } as LogRow))).toEqual(["changed a2"]);
  });

  it("rows taken away first, in the middle, last, and all of them", () => {
    expect(faultsOf(whole.toSpliced(0, 1))).toEqual(["gap a2", "unlinked a2"]);
    expect(faultsOf(whole.toSpliced(1, 1))).toEqual(["gap a3", "unlinked a3"]);
    expect(faultsOf(whole.toSpliced(3, 1))).toEqual(["cut a3"]);
    expect(faultsOf(whole.slice(0, 4))).toEqual(["no_rows b3"]);
  });

  it("a head that was turned back, or taken away", () => {
    expect(faultsOf(whole, headsOf(aChain(A, 3), aChain(B, 3)))).toEqual(["head a4"]);
    expect(faultsOf(whole, headsOf(aChain(A, 4)))).toEqual(["no_head b3"]);
  });
});

describe("against what was published", () => {
  const published = { publishedAt: 1004, heads: headsOf(aChain(A, 3), aChain(B, 3)) };

  it("a log that has grown is whole", () => {
    expect(faultsOf(whole, undefined, published)).toEqual([]);
  });

  it("a chain that somebody has written anew, with every hash right, is another", () => {
    const anew = aChain(A, 4, (row) => (row.sequence === 2 ? { ...row, actor: "bo" } : row));
    expect(faultsOf([...anew, ...aChain(B, 3)], headsOf(anew, aChain(B, 3)), published)).toEqual([
      "published a3",
    ]);
  });

  it("a chain that was cut, with its head, is too short", () => {
    expect(
      faultsOf([...aChain(A, 2), ...aChain(B, 3)], headsOf(aChain(A, 2), aChain(B, 3)), published),
    ).toEqual(["published_cut a2"]);
  });

  it("a chain that is gone, with its head, is missed", () => {
    expect(faultsOf(aChain(A, 4), headsOf(aChain(A, 4)), published)).toEqual(["published_gone b3"]);
  });

  it("a row put in for a day that was published already is found by its time", () => {
    const late = { publishedAt: 100_000, heads: published.heads };
    expect(faultsOf(whole, undefined, late)).toEqual(["backdated a4"]);
  });
});

it("a row of the first form is held to the hash it was written with, as long as it is known whom it names", () => {
  const names = { chain: "child-1", actor: "person-1", childId: "child-1", childIds: null };
  let first = sha256("", startOf(KOMMUN, "child-1"));
  const rows = aChain(A, 3, (row) => {
    first = sha256(first, firstContentOf(row, names));
    return { ...row, firstHash: first };
  });
  const check = (of: readonly LogRow[], known: boolean) => {
    const verifier = verifyLog({
      kommunCode: KOMMUN,
      storedHeads: headsOf([...of]),
      published: null,
      sha256,
      namesOf: () => (known ? names : null),
    });
    return [...of.flatMap((row) => verifier.take(row)), ...verifier.end()].map(({ kind }) => kind);
  };
  expect(check(rows, true)).toEqual([]);
  const rewritten = aChain(A, 3, (row) => ({
    ...rows[row.sequence - 1],
    ...row,
    verb: "other",
    firstHash: rows[row.sequence - 1]?.firstHash ?? null,
  }));
  expect(check(rewritten, true)).toEqual(["first_changed", "first_changed", "first_changed"]);
  expect(check(rewritten, false)).toEqual([]);
});

describe("a file of heads", () => {
  const heads = sortHeads([...headsOf(aChain(B, 3), aChain(A, 4), aChain("c".repeat(36), 1)).values()]);
  const file = {
    kommunCode: KOMMUN,
    day: localDate("2026-03-15"),
    publishedAt: "2026-03-15T02:00:00.000Z",
    previous: null,
    chains: 3,
    root: rootOf(heads, sha256),
    heads,
  };

  it("is read as it was written", () => {
    const read = readHeadFile(writeHeadFile(file, "signed"));
    expect(read?.file).toEqual(file);
    expect(read?.signature).toBe("signed");
    expect(read && isWholeHeadFile(read.file, sha256)).toBe(true);
  });

  it("is not whole when a chain in it was changed, taken out or moved", () => {
    for (const changed of [
      heads.slice(1),
      heads.toReversed(),
      heads.map((head) => ({ ...head, sequence: head.sequence + 1 })),
    ])
      expect(isWholeHeadFile({ ...file, heads: changed }, sha256)).toBe(false);
  });

  it("is no file of heads when anything else stands in it", () => {
    for (const text of ["", "{}", "hello\nthere", `${writeHeadFile(file, "s")}more\n`, "[1]\n\n"])
      expect(readHeadFile(text)).toBeNull();
  });
});
