import { miniBatch } from "@backstream/backstream/rx";
import { assertEquals, assertThrows } from "@std/assert";
import { lastValueFrom, of, range, take, toArray } from "rxjs";
import { checkMarbles } from "./check_marbles.ts";

Deno.test("miniBatch() gathers three and three, and the remainder at the end", async () => {
  const batches = await lastValueFrom(range(1, 7).pipe(miniBatch(3), toArray()));
  assertEquals(batches, [[1, 2, 3], [4, 5, 6], [7]]);
});

checkMarbles<string, string[]>("miniBatch()", miniBatch(2), {
  inputs: { a: "a", b: "b", c: "c" },
  outputs: { p: ["a", "b"], q: ["c"] },
  cases: {
    never: { source: "-", expected: "-", subscribed: "^" },
    empty: { source: "|", expected: "|", subscribed: "(^!)" },
    values: { source: "-a-b-c-|", expected: "---p---(q|)", subscribed: "^------!" },
    error: { source: "-a-b-c-#", expected: "---p---#", subscribed: "^------!" },
    endless: { source: "-a-b-c--", expected: "---p----", subscribed: "^" },
    "early unsubscribe": { source: "-a-b-c-|", expected: "---p-", subscribed: "^----!", leaves: "^----!" },
    "throwing callback": { source: "-#", expected: "-#", subscribed: "^!" }, // it takes no callback
  },
});

Deno.test("miniBatch() of one, and of more than there is", async () => {
  assertEquals(await lastValueFrom(of(1, 2).pipe(miniBatch(1), toArray())), [[1], [2]]);
  assertEquals(await lastValueFrom(of(1, 2).pipe(miniBatch(9), toArray())), [[1, 2]]);
  assertEquals(await lastValueFrom(range(0, Infinity).pipe(miniBatch(2), take(1))), [0, 1]);
});

Deno.test("miniBatch() rejects a size that is not a whole number above 0", () => {
  for (const size of [0, -1, 1.5, NaN, Infinity]) {
    assertThrows(
      () => miniBatch(size),
      RangeError,
      `Cannot create miniBatch as size must be a whole number above 0: current value is ${size}`,
    );
  }
});
