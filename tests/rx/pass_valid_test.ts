import { passValid } from "@backstream/backstream/rx";
import { assertEquals, assertRejects } from "@std/assert";
import { lastValueFrom, of, toArray } from "rxjs";
import { checkMarbles } from "./check_marbles.ts";

const boom = new Error("boom");
const unread = new SyntaxError("unread");

Deno.test("passValid() ends with the first error, after the values before it", async () => {
  const values: number[] = [];
  const passed = of(1, 2, unread, 3).pipe(passValid<number>());
  await assertRejects(() => passed.forEach((value) => values.push(value)), SyntaxError, "unread");
  assertEquals(values, [1, 2]);
});

Deno.test("passValid() skips and counts errors, for each subscriber anew", async () => {
  const told: [Error, number][] = [];
  const passed = of(unread, 1, boom, 2).pipe(
    passValid<number>({ invalid: "skip", onInvalid: (error, skipped) => told.push([error, skipped]) }),
    toArray(),
  );
  assertEquals(await lastValueFrom(passed), [1, 2]);
  assertEquals(await lastValueFrom(passed), [1, 2]);
  assertEquals(told.map(([error, skipped]) => [error.message, skipped]), [["unread", 1], ["boom", 2], ["unread", 1], [
    "boom",
    2,
  ]]);
});

checkMarbles<string | Error, string>("passValid()", passValid({ invalid: "skip" }), {
  inputs: { a: "a", b: "b", x: unread },
  outputs: { a: "a", b: "b" },
  cases: {
    never: { source: "-", expected: "-", subscribed: "^" },
    empty: { source: "|", expected: "|", subscribed: "(^!)" },
    values: { source: "-a-x-b-|", expected: "-a---b-|", subscribed: "^------!" },
    error: { source: "-a-#", expected: "-a-#", subscribed: "^--!" },
    endless: { source: "-a-b--", expected: "-a-b--", subscribed: "^" },
    "early unsubscribe": { source: "-a-b-a-|", expected: "-a-b", subscribed: "^---!", leaves: "^---!" },
    "throwing callback": {
      source: "-a-x-b-|",
      expected: "-a-#",
      subscribed: "^--!",
      error: boom,
      operator: passValid({
        invalid: "skip",
        onInvalid: () => {
          throw boom;
        },
      }),
    },
  },
});
