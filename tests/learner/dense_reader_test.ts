import { DenseSamples, SampleError } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { makeArray } from "../../lib/feature/make_array.ts";
import { denseReader } from "../../lib/learner/dense_reader.ts";

const shape = { inputs: 2, units: 2, labels: ["a", "b"], known: [], makeInput: makeArray, makeTarget: makeArray };
const features = Float32Array.of(1, 2, 3, 4);

Deno.test("denseReader() gives one sample after the other by where it begins", () => {
  const read = denseReader(new DenseSamples({ inputs: 2, features, targets: ["b", 0], weights: [2, 0] }), shape);
  assertEquals({ ...read("b") }, { input: features, from: 0, target: Float32Array.of(0, 1), weight: 2 });
  assertEquals({ ...read(0) }, { input: features, from: 2, target: Float32Array.of(1, 0), weight: 0 });
  const plain = denseReader(new DenseSamples({ inputs: 2, features, targets: [0, 1] }), shape);
  assertEquals([plain(0).weight, plain(1).from], [1, 2]);
});

Deno.test("denseReader() refuses a target or a weight that cannot be used", () => {
  const read = (target: number | string, weight: number) =>
    assertThrows(
      () => denseReader(new DenseSamples({ inputs: 4, features, targets: [target], weights: [weight] }), shape)(target),
      SampleError,
    ).message;
  assertEquals([read("c", 1), read(0, -1), read(0, NaN)], [
    'Cannot use target as it must be one of a, b: current value is "c"',
    "Cannot use weight as it must be a number from 0 on: current value is -1",
    "Cannot use weight as it must be a number from 0 on: current value is NaN",
  ]);
});
