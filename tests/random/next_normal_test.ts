import { nextNormal } from "@backstream/backstream";
import { assert, assertEquals } from "@std/assert";
import { assertClose } from "../helper/assert_close.ts";
import reference from "../reference/random_numbers.json" with { type: "json" };

/** The first numbers from a seed, and the seed after them. */
function sequence(seed: number, count: number): { values: number[]; next: number } {
  const values: number[] = [];
  let next = seed;
  for (let i = 0; i < count; i++) {
    const [value, after] = nextNormal(next);
    values.push(value);
    next = after;
  }
  return { values, next };
}

Deno.test("nextNormal() gives the frozen numbers of the formula within 1e-15", () => {
  for (const { seed, values, next } of reference.normal) {
    const actual = sequence(seed, values.length);
    assertClose(actual.values, values, { relative: 1e-15 });
    assertEquals(actual.next, next);
  }
});

Deno.test("nextNormal() has mean 0, variance 1, skewness 0 and kurtosis 3 within 4 standard deviations", () => {
  const n = 100000;
  const { values } = sequence(11, n);
  const moment = (power: number) => values.reduce((sum, x) => sum + x ** power, 0) / n;
  assert(Math.abs(moment(1)) < 4 * Math.sqrt(1 / n));
  assert(Math.abs(moment(2) - 1) < 4 * Math.sqrt(2 / n));
  assert(Math.abs(moment(3)) < 4 * Math.sqrt(15 / n));
  assert(Math.abs(moment(4) - 3) < 4 * Math.sqrt(96 / n));
});

Deno.test("nextNormal() lies within one standard deviation in 68.27 % of the cases", () => {
  const inside = sequence(5, 100000).values.filter((x) => Math.abs(x) < 1).length;
  assert(Math.abs(inside / 100000 - 0.6827) < 0.006);
});

Deno.test("nextNormal() takes the seed modulo 2^32", () => {
  assertEquals(nextNormal(2 ** 32 + 5), nextNormal(5));
  assertEquals(nextNormal(-1), nextNormal(2 ** 32 - 1));
});
