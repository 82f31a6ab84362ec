import { SampleError } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { readInput } from "../../../lib/http/sample/read_input.ts";

const rules = { records: false, fields: 10, textLength: 10 };

Deno.test("readInput() gives the features, also those of a whole sample", () => {
  assertEquals(readInput({ features: [1, 2] }, rules), [1, 2]);
  assertEquals(readInput({ features: [1], target: 5, weight: 1, id: "a", time: 0 }, rules), [1]);
});

Deno.test("readInput() refuses what has no features, or something else", () => {
  for (const value of [{}, [1], { features: [1], remember: true }, { features: { length: 1 } }]) {
    assertThrows(() => readInput(value, rules), SampleError);
  }
});
