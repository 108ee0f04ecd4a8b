import type { LogFault, LogFaultKind } from "./fault.ts";
import {
  contentOf,
  type FirstFormNames,
  firstContentOf,
  type LogRow,
  type Sha256,
  startOf,
} from "./log-row.ts";

/** The end of a chain: its last row's number and hash. */
export interface ChainHead {
  readonly chain: string;
  readonly sequence: number;
  readonly hash: string;
}

/** What was published of one kommun's log. */
export interface PublishedHeads {
  /** Seconds since 1970. */
  readonly publishedAt: number;
  readonly heads: ReadonlyMap<string, ChainHead>;
}

export interface KnownOfLog {
  readonly kommunCode: string;
  readonly storedHeads: ReadonlyMap<string, ChainHead>;
  readonly published: PublishedHeads | null;
  readonly sha256: Sha256;
  /** The ids behind a row of the first form, or null when the salts are gone. */
  namesOf(row: LogRow): FirstFormNames | null;
}

/** A row may be under way while heads are read: one that says it is older than this is not. */
const SECONDS_UNDER_WAY = 600;

interface At {
  readonly chain: string;
  readonly sequence: number;
  readonly hash: string;
  readonly firstHash: string | null;
}

/**
 * Goes through the log of one kommun row by row, in the order of chain and number, and remembers one row and the heads.
 * `take` each row, then `end`; both answer what is wrong.
 */
export function verifyLog({ kommunCode, storedHeads, published, sha256, namesOf }: KnownOfLog) {
  const seen = new Set<string>();
  let before: At | null = null;

  const fault = (kind: LogFaultKind, chain: string, sequence: number): LogFault => ({
    kind,
    kommunCode,
    chain,
    sequence,
  });

  function endChain(last: At): LogFault[] {
    const faults: LogFault[] = [];
    const stored = storedHeads.get(last.chain);
    if (stored === undefined) faults.push(fault("no_head", last.chain, last.sequence));
    else if (stored.sequence > last.sequence) faults.push(fault("cut", last.chain, last.sequence));
    else if (stored.sequence < last.sequence || stored.hash !== last.hash)
      faults.push(fault("head", last.chain, last.sequence));
    const shown = published?.heads.get(last.chain);
    if (shown !== undefined && shown.sequence > last.sequence)
      faults.push(fault("published_cut", last.chain, last.sequence));
    return faults;
  }

  function isBackdated(row: LogRow): boolean {
    if (published === null) return false;
    const shown = published.heads.get(row.chain);
    const isPublished = shown !== undefined && row.sequence <= shown.sequence;
    return !isPublished && Number(row.at) < published.publishedAt - SECONDS_UNDER_WAY;
  }

  function checkFirstForm(row: LogRow, previous: At | null): LogFault[] {
    const names = row.firstHash === null ? null : namesOf(row);
    if (names === null) return [];
    const expected = sha256(
      previous?.firstHash ?? sha256("", startOf(kommunCode, names.chain)),
      firstContentOf(row, names),
    );
    return expected === row.firstHash ? [] : [fault("first_changed", row.chain, row.sequence)];
  }

  return {
    take(row: LogRow): LogFault[] {
      const faults: LogFault[] = [];
      if (before !== null && before.chain !== row.chain) {
        faults.push(...endChain(before));
        before = null;
      }
      seen.add(row.chain);
      const expectedSequence = (before?.sequence ?? 0) + 1;
      const expectedPrevious = before?.hash ?? sha256("", startOf(kommunCode, row.chain));
      if (row.sequence !== expectedSequence) faults.push(fault("gap", row.chain, row.sequence));
      if (row.previousHash !== expectedPrevious) faults.push(fault("unlinked", row.chain, row.sequence));
      if (sha256(row.previousHash, contentOf(row)) !== row.hash)
        faults.push(fault("changed", row.chain, row.sequence));
      faults.push(...checkFirstForm(row, before));
      const shown = published?.heads.get(row.chain);
      if (shown?.sequence === row.sequence && shown.hash !== row.hash)
        faults.push(fault("published", row.chain, row.sequence));
      if (isBackdated(row)) faults.push(fault("backdated", row.chain, row.sequence));
      before = { chain: row.chain, sequence: row.sequence, hash: row.hash, firstHash: row.firstHash };
      return faults;
    },

    end(): LogFault[] {
      const faults = before === null ? [] : endChain(before);
      for (const { chain, sequence } of storedHeads.values())
        if (!seen.has(chain) && sequence > 0) faults.push(fault("no_rows", chain, sequence));
      for (const { chain, sequence } of published?.heads.values() ?? [])
        if (!seen.has(chain)) faults.push(fault("published_gone", chain, sequence));
      return faults;
    },
  };
}
