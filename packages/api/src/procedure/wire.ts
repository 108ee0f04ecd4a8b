/**
 * How answers travel over HTTP: as plain JSON, where a Map stands as `{"$map": [[key, value], …]}`. Dates and
 * instants are text already. A serializer for every kind of value takes twenty times the processor time of the JSON
 * itself, since it looks for a dozen kinds and for repeated references in each of a chart's thousands of values.
 */
export const wire = {
  // What is sent in is checked by its schema and holds no Map.
  input: { serialize: same, deserialize: same },
  output: { serialize: toWire, deserialize: fromWire },
};

function same(value: unknown): unknown {
  return value;
}

/** Copies only what holds a Map; the rest is the value itself, so that most of a chart is not touched. */
export function toWire(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Map) return { $map: Array.from(value, ([key, held]) => [key, toWire(held)]) };
  return Array.isArray(value) ? toWireArray(value) : toWireObject(value);
}

function toWireArray(values: readonly unknown[]): readonly unknown[] {
  let changed: unknown[] | null = null;
  for (let index = 0; index < values.length; index += 1) {
    const sent = toWire(values[index]);
    if (sent === values[index]) continue;
    changed ??= [...values];
    changed[index] = sent;
  }
  return changed ?? values;
}

function toWireObject(value: object): object {
  let changed: Record<string, unknown> | null = null;
  for (const [key, held] of Object.entries(value)) {
    const sent = toWire(held);
    if (sent === held) continue;
    changed ??= { ...value };
    changed[key] = sent;
  }
  return changed ?? value;
}

/** The answer as it was before it was sent. */
export function fromWire(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(fromWire);
  const entries = Object.entries(value);
  const [only] = entries;
  if (entries.length === 1 && only?.[0] === "$map" && Array.isArray(only[1])) {
    return new Map(only[1].map(([key, held]) => [key, fromWire(held)]));
  }
  return Object.fromEntries(entries.map(([key, held]) => [key, fromWire(held)]));
}
