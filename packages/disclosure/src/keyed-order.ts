/**
 * A number in [0, 1) that depends on the key and the name and on nothing else. It breaks ties so that a
 * reader who knows the method, but not the key, cannot tell which of two equal cells would have been hidden.
 * It is a mixing function, not a cipher: the key must stay with the sealed files.
 */
export function keyedFraction(key: string, name: string): number {
  const text = `${key}\u0000${name}`;
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return ((high >>> 0) * 2 ** 21 + ((low >>> 0) % 2 ** 21)) / 2 ** 53;
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
