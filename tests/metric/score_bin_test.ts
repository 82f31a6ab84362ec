import { scoreBin } from "../../lib/metric/score_bin.ts";
import { assert, assertEquals } from "@std/assert";

Deno.test("scoreBin() goes from 0 to 1729", () => {
  assertEquals([0, 2 ** -33, 2 ** -32, 0.25, 0.5, 0.75, 1].map(scoreBin), [0, 0, 1, 832, 865, 897, 1729]);
});

Deno.test("scoreBin() never falls, and is the same only for scores within a 32nd part", () => {
  const scores = Array.from({ length: 20000 }, (_, i) => i / 20000);
  const small = Array.from({ length: 900 }, (_, i) => 2 ** (-27 + i / 36));
  for (const row of [scores, small, small.map((p) => 1 - p).reverse()]) {
    row.reduce((low, high) => {
      assert(scoreBin(low) <= scoreBin(high));
      const far = Math.min(low, 1 - low) / 32;
      if (high - low > far && low > 2 ** -27) assert(scoreBin(low) < scoreBin(high), `${low} and ${high}`);
      return high;
    });
  }
});

Deno.test("scoreBin() takes what lies outside to the nearer end, NaN to 0", () => {
  assertEquals([-1, -Infinity, NaN, 2, Infinity].map(scoreBin), [0, 0, 0, 1729, 1729]);
});
