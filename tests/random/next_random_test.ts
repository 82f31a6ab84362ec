import { nextRandom } from "@backstream/backstream";
import { assert, assertEquals } from "@std/assert";
import reference from "../reference/random_numbers.json" with { type: "json" };

/** The first numbers from a seed, and the seed after them. */
function sequence(seed: number, count: number): { values: number[]; next: number } {
  const values: number[] = [];
  let next = seed;
  for (let i = 0; i < count; i++) {
    const [value, after] = nextRandom(next);
    values.push(value);
    next = after;
  }
  return { values, next };
}

Deno.test("nextRandom() gives the frozen numbers of the formula, bit for bit", () => {
  for (const { seed, values, next } of reference.uniform) {
    assertEquals(sequence(seed, values.length), { values, next });
  }
});

Deno.test("nextRandom() takes the seed modulo 2^32, however large", () => {
  assertEquals(nextRandom(2 ** 32 + 5), nextRandom(5));
  assertEquals(nextRandom(-1), nextRandom(2 ** 32 - 1));
  assertEquals(nextRandom(Number.MAX_SAFE_INTEGER), nextRandom(2 ** 32 - 1));
  assertEquals(nextRandom(2 ** 53 - 2), nextRandom(2 ** 32 - 2));
  assertEquals(nextRandom(2 ** 80), nextRandom(0));
  assertEquals(nextRandom(-(2 ** 52) + 3), nextRandom(3));
});

Deno.test("nextRandom() stays from 0 to below 1, and its next seed is a whole number below 2^32", () => {
  let seed = 99;
  for (let i = 0; i < 20000; i++) {
    const [value, next] = nextRandom(seed);
    assert(value >= 0 && value < 1);
    assert(Number.isInteger(next) && next >= 0 && next < 2 ** 32);
    seed = next;
  }
});

Deno.test("nextRandom() fills 100 equal parts evenly: chi-square below the 99.99 % quantile", () => {
  const counts = new Array(100).fill(0);
  for (const value of sequence(7, 100000).values) counts[Math.floor(value * 100)]++;
  const chiSquare = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
  assert(chiSquare < 160, `chi-square is ${chiSquare}`); // 99 degrees of freedom
});

Deno.test("nextRandom() gives neighbors that are not correlated", () => {
  const { values } = sequence(3, 100001);
  let sum = 0;
  for (let i = 1; i < values.length; i++) sum += (values[i - 1] - 0.5) * (values[i] - 0.5);
  assert(Math.abs(sum / 100000 * 12) < 0.013); // 4 standard deviations
});
