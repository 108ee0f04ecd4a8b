import { AREAS, type Area } from "./area.ts";
import type { InstrumentId, Statement } from "./instrument.ts";

/** The statement keys of one area, and where its first answer stands in the packed text. */
export type AreaLayout = { readonly area: Area; readonly start: number; readonly keys: readonly string[] };

/** Where each answer of an instrument version stands in its packed text. */
export type AnswerLayout = {
  readonly instrument: InstrumentId;
  readonly version: string;
  /** Number of characters in a packed text. */
  readonly length: number;
  readonly areas: readonly AreaLayout[];
};

/** Areas in the model's order, statements in the version's own order. */
export function answerLayout(instrument: {
  readonly id: InstrumentId;
  readonly version: string;
  readonly statements: readonly Pick<Statement, "area" | "key">[];
}): AnswerLayout {
  const areas: AreaLayout[] = [];
  let start = 0;
  for (const area of AREAS) {
    const keys = instrument.statements
      .filter((statement) => statement.area === area)
      .map((statement) => statement.key);
    if (keys.length === 0) continue;
    areas.push({ area, start, keys });
    start += keys.length;
  }
  return { instrument: instrument.id, version: instrument.version, length: start, areas };
}
