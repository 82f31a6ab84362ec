import { type Sample, SampleError } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { requireSample } from "../../lib/learner/require_sample.ts";

Deno.test("requireSample() gives the importance, 1 where there is none", () => {
  assertEquals([{}, { weight: 0 }, { weight: 0.25 }, { weight: 1000 }].map((one) => requireSample(one as Sample)), [
    1,
    0,
    0.25,
    1000,
  ]);
  assertEquals(requireSample({ features: 5, target: {} } as never), 1); // these are for others to check
});

Deno.test("requireSample() refuses what is no object, and weights that are none", () => {
  const message = (sample: unknown) => assertThrows(() => requireSample(sample as Sample), SampleError).message;
  const rule = `Cannot use sample as it must be an object with features and target: current value is`;
  assertEquals([null, undefined, 5, "a"].map(message), [
    `${rule} null`,
    `${rule} undefined`,
    `${rule} 5`,
    `${rule} "a"`,
  ]);
  for (const weight of [-1, NaN, Infinity, null]) {
    assertEquals(message({ weight }), `Cannot use weight as it must be a number from 0 on: current value is ${weight}`);
  }
  assertEquals(message({ weight: "1" }), `Cannot use weight as it must be a number from 0 on: current value is "1"`);
});
