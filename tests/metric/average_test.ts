import { average } from "../../lib/metric/average.ts";
import { assertEquals } from "@std/assert";
import { scoreOf } from "./predictions.ts";

const first = average({ spec: { name: "first" }, measure: ({ output }) => output[0], finish: (mean) => 10 * mean });

Deno.test("average() is the weighted mean of what is measured, finished", () => {
  const predictions = [{ output: [1], target: [0], weight: 3 }, { output: [5], target: [0] }];
  assertEquals(scoreOf(first, predictions), 10 * (3 * 1 + 5) / 4);
});

Deno.test("average() leaves out what has weight 0, NaN too", () => {
  assertEquals(scoreOf(first, [{ output: [NaN], target: [0], weight: 0 }, { output: [5], target: [0] }]), 50);
  assertEquals(scoreOf(first, [{ output: [1], target: [0], weight: 0 }]), NaN);
});
