import { nextNormal, nextRandom } from "@backstream/backstream";
import { assert, assertEquals } from "@std/assert";
import { DIGEST_NUMBERS, nextDigest, quartileOf } from "../../lib/feature/quartile_digest.ts";
import { assertClose } from "../helper/assert_close.ts";

function digestOf(numbers: readonly number[]): Float64Array {
  return numbers.reduce<Float64Array>(nextDigest, new Float64Array(DIGEST_NUMBERS));
}

function quartiles(numbers: readonly number[]): number[] {
  const digest = digestOf(numbers);
  return [1, 2, 3].map((quartile) => quartileOf(digest, numbers.length, quartile));
}

/** By sorting, with linear interpolation. */
function exact(numbers: readonly number[]): number[] {
  const sorted = numbers.toSorted((a, b) => a - b);
  return [1, 2, 3].map((quartile) => {
    const place = (sorted.length - 1) * quartile / 4;
    const low = Math.floor(place);
    return sorted[low] + (place - low) * (sorted[Math.min(low + 1, sorted.length - 1)] - sorted[low]);
  });
}

function drawn(count: number, draw: (seed: number) => [number, number]): number[] {
  let seed = 7;
  return Array.from({ length: count }, () => {
    const [value, next] = draw(seed);
    seed = next;
    return value;
  });
}

Deno.test("quartileOf() is exact for few numbers", () => {
  assertEquals(quartiles([5, 1, 3, 2, 4]), [2, 3, 4]);
  assertEquals(quartiles([4, 1, 3, 2]), [1.75, 2.5, 3.25]);
  assertEquals(quartiles([3]), [3, 3, 3]);
  assertEquals(quartiles([]), [NaN, NaN, NaN]);
  for (let count = 1; count <= 32; count++) {
    const numbers = drawn(count, nextNormal);
    assertClose(quartiles(numbers), exact(numbers), { absolute: 1e-15 });
  }
});

Deno.test("quartileOf() is exact for many numbers of at most 32 values", () => {
  for (const values of [1, 2, 3, 7, 32]) {
    const numbers = drawn(1000, nextRandom).map((u) => Math.floor(u * u * values));
    assertEquals(quartiles(numbers), exact(numbers));
  }
  assertEquals(quartiles([0, 0, 0, 5]), [0, 0, 1.25]);
});

Deno.test("nextDigest() joins the neighbors that make the smallest group, the nearest of them first", () => {
  const numbers = Array.from({ length: 33 }, (_, i) => i < 20 ? 10 * i : 10 * i + 1);
  numbers[5] = 49;
  const digest = digestOf(numbers); // 40 and 49 are nearest
  assertEquals([...digest.subarray(3, 6)], [30, 44.5, 60]);
  assertEquals([...digest.subarray(35, 38)], [1, -2, 1]);
  const joined = nextDigest(digest, 44.5);
  assertEquals([joined[4], joined[36]], [44.5, -3]);
});

const streams: Record<string, number[]> = {
  uniform: drawn(5000, nextRandom),
  normal: drawn(5000, nextNormal),
  ascending: drawn(5000, nextNormal).sort((a, b) => a - b),
  descending: drawn(5000, nextNormal).sort((a, b) => b - a),
  "heavy-tailed": drawn(5000, nextNormal).map((x) => x ** 9),
  "with outliers": drawn(5000, nextNormal).map((x, i) => i % 20 === 0 ? 1e6 : x),
  "mostly 0": drawn(5000, nextNormal).map((x) => Math.max(0, x)),
  shifted: drawn(5000, nextNormal).map((x, i) => i < 2500 ? x : x + 10),
};

for (const [name, numbers] of Object.entries(streams)) {
  Deno.test(`quartileOf() is a number whose rank is within 2.5 % of the exact one: ${name}`, () => {
    const sorted = numbers.toSorted((a, b) => a - b);
    quartiles(numbers).forEach((x, i) => {
      const [below, above] = [sorted.filter((y) => y < x).length, sorted.filter((y) => y <= x).length];
      const [low, high] = [(i + 1) / 4 - 0.025, (i + 1) / 4 + 0.025];
      assert(above >= low * 5000 && below <= high * 5000, `${x} has ${below} below and ${above} up to it`);
    });
  });
}

Deno.test("nextDigest() keeps means ascending and weights that add up, with infinitely far outliers as well", () => {
  for (const values of [[0, 1], [-1e38, 1e-30, 1e38, 5, 6, 7]]) {
    let digest = new Float64Array(DIGEST_NUMBERS) as Float64Array;
    drawn(400, nextRandom).forEach((u, i) => {
      digest = nextDigest(digest, values[Math.floor(u * values.length)] + (i % 3) * u);
      const size = digest.subarray(32).findIndex((weight) => weight === 0);
      const used = size < 0 ? 32 : size;
      for (let k = 1; k < used; k++) assert(digest[k] > digest[k - 1], `means ${digest}`);
      assertEquals(digest.subarray(32).reduce((sum, weight) => sum + Math.abs(weight), 0), i + 1);
    });
  }
});

Deno.test("nextDigest() changes nothing that it is given", () => {
  const digest = digestOf(drawn(50, nextRandom));
  const copy = digest.slice();
  nextDigest(digest, 0.5);
  assertEquals(digest, copy);
});
