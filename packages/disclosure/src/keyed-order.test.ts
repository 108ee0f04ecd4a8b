import { expect, test } from "vitest";
import { inKeyedOrder, keyedFraction } from "./keyed-order.ts";

const names = Array.from({ length: 50 }, (_, i) => `cell ${i}`);
const name = (text: string) => text;

test("the order depends on the key and on nothing else", () => {
  const order = inKeyedOrder("key", names, name);
  expect(inKeyedOrder("key", names.toReversed(), name)).toEqual(order);
  expect(inKeyedOrder("other key", names, name)).not.toEqual(order);
  expect(order.toSorted()).toEqual(names.toSorted());
});

test("fractions lie in [0, 1) and spread", () => {
  const fractions = names.map((text) => keyedFraction("key", text));
  expect(Math.min(...fractions)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...fractions)).toBeLessThan(1);
  expect(fractions.filter((fraction) => fraction < 0.5).length).toBeGreaterThan(15);
  expect(fractions.filter((fraction) => fraction < 0.5).length).toBeLessThan(35);
  expect(new Set(fractions).size).toBe(50);
});
