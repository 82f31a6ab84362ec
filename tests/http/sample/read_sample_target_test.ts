import { SampleError } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { readSampleTarget } from "../../../lib/http/sample/read_sample_target.ts";

Deno.test("readSampleTarget() takes what a target can be, and leaves the rest to the learner", () => {
  for (const target of [1, "red", true, [0, 1], ["x"], null, { red: true, blue: 0 }, {}, { length: true }]) {
    assertEquals(readSampleTarget(target) === target, true);
  }
});

Deno.test("readSampleTarget() refuses what only looks like an array, and what is nested", () => {
  const rule = "be a number, a label, an array of numbers, or numbers or truth values by label";
  for (const target of [{ length: 1, 0: 5 }, { red: "yes" }, { red: [1] }, { red: null }]) {
    const error = assertThrows(() => readSampleTarget(target), SampleError);
    assertEquals([error.field, error.rule], ["target", rule]);
  }
});
