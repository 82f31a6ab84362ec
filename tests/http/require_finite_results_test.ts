import { SampleError } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { requireFiniteResults } from "../../lib/http/require_finite_results.ts";
import { lineLearner } from "./apps.ts";

const samples = [{ features: [1], target: 2 }, { features: [3], target: 4 }];
const state = lineLearner().init();

Deno.test("requireFiniteResults() takes what a learner gives", () => {
  const learner = lineLearner();
  assertEquals(requireFiniteResults(samples, learner.learnMany(learner.init(), samples)), undefined);
});

Deno.test("requireFiniteResults() refuses an output that is not finite, and names its sample", () => {
  const costs = Float32Array.of(0, 0);
  for (const value of [NaN, Infinity, -Infinity]) {
    const outputs = Float32Array.of(1, 2, 3, value); // two units
    const error = assertThrows(
      () => requireFiniteResults(samples, { state, outputs, costs }),
      SampleError,
      "Cannot use samples[1].features as it must be small enough for a finite output: current value is an array of length 1",
    );
    assertEquals([error.field, error.index], ["features", 1]);
  }
});

Deno.test("requireFiniteResults() refuses a cost that is not finite, and names its sample", () => {
  const outputs = Float32Array.of(1, 2);
  for (const value of [NaN, Infinity]) {
    const error = assertThrows(
      () => requireFiniteResults(samples, { state, outputs, costs: Float32Array.of(0, value) }),
      SampleError,
      "Cannot use samples[1].target as it must be near enough to the output for a finite cost: current value is 4",
    );
    assertEquals([error.field, error.index], ["target", 1]);
  }
});
