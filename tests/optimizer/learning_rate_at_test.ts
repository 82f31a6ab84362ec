import { learningRateAt } from "@backstream/backstream";
import { assertEquals } from "@std/assert";

Deno.test("learningRateAt() takes a number for the rate of every step", () => {
  assertEquals([0, 1, 1e9].map((step) => learningRateAt(0.25, step)), [0.25, 0.25, 0.25]);
});
