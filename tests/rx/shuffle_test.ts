import { shuffle } from "@backstream/backstream/rx";
import { assert, assertEquals, assertNotEquals, assertThrows } from "@std/assert";
import { lastValueFrom, range, take, toArray } from "rxjs";
import { checkMarbles } from "./check_marbles.ts";

function shuffled(count: number, size: number, seed = 1): Promise<number[]> {
  return lastValueFrom(range(0, count).pipe(shuffle({ size, seed }), toArray()));
}

Deno.test("shuffle() keeps every value once and the same seed gives the same order", async () => {
  for (const size of [1, 7, 100, 1000]) {
    const values = await shuffled(100, size);
    assertEquals(values.toSorted((a, b) => a - b), Array.from({ length: 100 }, (_, i) => i));
    assertEquals(await shuffled(100, size), values);
  }
  assertNotEquals(await shuffled(100, 100, 1), await shuffled(100, 100, 2));
});

checkMarbles<string, string>("shuffle()", shuffle({ size: 1, seed: 1 }), {
  inputs: { a: "a", b: "b", c: "c" },
  outputs: { a: "a", b: "b", c: "c" },
  cases: { // a buffer of one delays by one value
    never: { source: "-", expected: "-", subscribed: "^" },
    empty: { source: "|", expected: "|", subscribed: "(^!)" },
    values: { source: "-a-b-c-|", expected: "---a-b-(c|)", subscribed: "^------!" },
    error: { source: "-a-b-#", expected: "---a-#", subscribed: "^----!" },
    endless: { source: "-a-b-c--", expected: "---a-b--", subscribed: "^" },
    "early unsubscribe": { source: "-a-b-c-|", expected: "---a", subscribed: "^---!", leaves: "^---!" },
    "throwing callback": { source: "-#", expected: "-#", subscribed: "^!" }, // it takes no callback
  },
});

Deno.test("shuffle() emits no value more than its size early", async () => {
  const values = await shuffled(1000, 20);
  assert(values.every((value, place) => value - place < 20));
  assertNotEquals(values, values.toSorted((a, b) => a - b));
});

Deno.test("shuffle() with all values in the buffer gives the 24 orders of 4 values equally often", async () => {
  const counts = new Map<string, number>();
  for (let seed = 0; seed < 4800; seed++) {
    const order = String(await shuffled(4, 4, seed));
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  assertEquals(counts.size, 24);
  const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - 200) ** 2 / 200, 0);
  assert(chiSquare < 49.7, `chi-square is ${chiSquare}`); // 23 degrees of freedom: above it once in 1000
});

Deno.test("shuffle() replaces a uniformly random value of a full buffer", async () => {
  const counts = [0, 0, 0];
  for (let seed = 0; seed < 3000; seed++) counts[(await shuffled(4, 3, seed))[0]]++;
  const chiSquare = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
  assert(chiSquare < 13.8, `chi-square is ${chiSquare}`); // 2 degrees of freedom: above it once in 1000
});

Deno.test("shuffle() stops where its subscriber has enough, in the stream and at its end", async () => {
  assertEquals(
    (await lastValueFrom(range(0, Infinity).pipe(shuffle({ size: 5, seed: 1 }), take(3), toArray()))).length,
    3,
  );
  assertEquals((await lastValueFrom(range(0, 5).pipe(shuffle({ size: 5, seed: 1 }), take(3), toArray()))).length, 3);
});

Deno.test("shuffle() rejects a size that is not a whole number above 0", () => {
  for (const size of [0, -1, 1.5, NaN, Infinity]) {
    assertThrows(
      () => shuffle({ size, seed: 1 }),
      RangeError,
      `Cannot create shuffle as size must be a whole number above 0: current value is ${size}`,
    );
  }
});
