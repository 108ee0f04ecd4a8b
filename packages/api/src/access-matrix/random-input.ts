import { z } from "zod";

/** Draws values; the same seed draws the same. */
export interface Draw {
  below(count: number): number;
  oneOf<Value>(values: readonly Value[]): Value;
}

/** What the words of an input are drawn from. */
export interface Pools {
  /** Ids of children and of their rows: own, foreign, protected, and of nobody. */
  readonly ids: readonly string[];
  /** The id that most often stands under a name, so that calls about one child hang together. */
  idNamed(key: string): string | undefined;
  readonly words: readonly string[];
  readonly days: readonly string[];
}

/** Draws an input that a schema would take, and now and then one that it refuses. */
export function randomInput(schema: z.core.$ZodType, draw: Draw, pools: Pools, key = ""): unknown {
  if (draw.below(400) === 0) return draw.oneOf([null, "", -1, {}, [], "%"]);
  const inner = (of: z.core.$ZodType) => randomInput(of, draw, pools, key);
  const { def } = schema._zod;
  if (schema instanceof z.ZodObject) {
    const entries = Object.entries<z.core.$ZodType>(schema.shape);
    return Object.fromEntries(entries.map(([name, of]) => [name, randomInput(of, draw, pools, name)]));
  }
  if (schema instanceof z.ZodNullable) return draw.below(3) === 0 ? null : inner(schema.unwrap());
  if (schema instanceof z.ZodOptional) return draw.below(2) === 0 ? undefined : inner(schema.unwrap());
  if (schema instanceof z.ZodDefault) return draw.below(2) === 0 ? undefined : inner(schema.unwrap());
  if (schema instanceof z.ZodArray) return Array.from({ length: draw.below(3) }, () => inner(schema.element));
  if (schema instanceof z.ZodUnion) return inner(draw.oneOf(schema.options));
  if (schema instanceof z.ZodEnum) return draw.oneOf(schema.options);
  if (schema instanceof z.ZodLiteral) return draw.oneOf([...schema.values]);
  if (schema instanceof z.ZodBoolean) return draw.below(2) === 0;
  if (schema instanceof z.ZodNumber) return draw.oneOf([0, 1, 1, 1, 2, 3, 4, 5, 12]);
  if (schema instanceof z.ZodRecord) return randomRecord(schema, inner, draw);
  if (schema instanceof z.ZodPipe) return inner(schema.in);
  if (def.type === "string" || schema instanceof z.ZodUUID) return randomText(schema, draw, pools, key);
  if (def.type === "custom") return draw.oneOf([undefined, new Blob(["child_id\nx\n"])]);
  throw new RangeError(`no values of ${def.type}`);
}

function randomRecord(schema: z.ZodRecord, inner: (of: z.core.$ZodType) => unknown, draw: Draw): object {
  const count = draw.below(3);
  return Object.fromEntries(
    Array.from({ length: count }, () => [String(inner(schema.keyType)), inner(schema.valueType)]),
  );
}

/** A text that passes the schema's own checks when one of the pools has any. */
function randomText(schema: z.core.$ZodType, draw: Draw, pools: Pools, key: string): string {
  const { ids, words, days } = pools;
  if (schema instanceof z.ZodUUID)
    return (draw.below(8) === 0 ? undefined : pools.idNamed(key)) ?? draw.oneOf(ids);
  const tries = [draw.oneOf(words), draw.oneOf(days), draw.oneOf(ids), ...SHAPES, draw.oneOf(words)];
  const start = draw.below(tries.length);
  const turned = [...tries.slice(start), ...tries.slice(0, start)];
  return turned.find((text) => z.safeParse(schema, text).success) ?? draw.oneOf(words);
}

const SHAPES = [
  "barn",
  "barnteam",
  "vardnadshavare:1",
  "profession:grundskola",
  "2026Q1",
  "13:00",
  "3.5",
  "0".repeat(64),
];
