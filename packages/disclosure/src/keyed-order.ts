import { createHmac } from "node:crypto";

/**
 * A number in [0, 1) that depends on the key and the name and on nothing else. It breaks ties so that a
 * reader who knows the method, but not the key, cannot tell which of two equal cells would have been hidden.
 * HMAC-SHA-256, so that however many ties are seen tell nothing of the key.
 */
export function keyedFraction(key: string, name: string): number {
  const digest = createHmac("sha256", key).update(name).digest();
  return (digest.readUInt32BE(0) * 2 ** 21 + (digest.readUInt32BE(4) >>> 11)) / 2 ** 53;
}

/** The items in keyed random order: the same key and names give the same order. */
export function inKeyedOrder<Item>(
  key: string,
  items: readonly Item[],
  nameOf: (item: Item) => string,
): Item[] {
  return items
    .map((item) => ({ item, name: nameOf(item) }))
    .map(({ item, name }) => ({ item, name, place: keyedFraction(key, name) }))
    .sort((a, b) => a.place - b.place || compareText(a.name, b.name))
    .map(({ item }) => item);
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
