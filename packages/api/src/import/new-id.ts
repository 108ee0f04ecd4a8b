import { randomUUID } from "node:crypto";

/**
 * Makes UUIDs of version 7: the instant and a counter first, so that rows that are written together lie
 * together, then random bits.
 */
export function idMaker(now: Date): () => string {
  let instant = now.getTime();
  let counter = 0;
  let prefix = prefixOf(instant);
  return () => {
    if (counter > MAX_COUNTER) {
      counter = 0;
      instant += 1;
      prefix = prefixOf(instant);
    }
    const place = counter.toString(16).padStart(3, "0");
    counter += 1;
    // Variant and random bits stand in the same places in version 4.
    return `${prefix}${place}${randomUUID().slice(18)}`;
  };
}

const MAX_COUNTER = 0xfff;

function prefixOf(instant: number): string {
  const time = instant.toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7`;
}
