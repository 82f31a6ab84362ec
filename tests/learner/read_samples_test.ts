import { type Sample, SampleError, type Target } from "@backstream/backstream";
import { assert, assertEquals, assertThrows } from "@std/assert";
import { makeArray } from "../../lib/feature/make_array.ts";
import { readEach, readSample } from "../../lib/learner/read_samples.ts";

const shape = { inputs: 2, units: 3, labels: ["a", "b", "c"], known: [], makeInput: makeArray, makeTarget: makeArray };
const read = (sample: unknown) => readSample(sample as Sample, shape);

Deno.test("readSample() gives input, target and weight", () => {
  assertEquals(read({ features: [1, 2], target: 1 }), {
    input: Float32Array.of(1, 2),
    target: Float32Array.of(0, 1, 0),
    weight: 1,
  });
  assertEquals(read({ features: { indices: [1], values: [5] }, target: "c", weight: 0.5, id: "x", time: 7 }), {
    input: { indices: [1], values: [5] },
    target: Float32Array.of(0, 0, 1),
    weight: 0.5,
  });
  assertEquals(read({ features: [1, 2], target: [0.5, 0.5, 0], weight: 0 }).weight, 0);
});

Deno.test("readSample() keeps the target vectors of small whole numbers", () => {
  const one = { ...shape, units: 1, inputs: 1, known: [] };
  const target = (value: Target, of = shape) =>
    readSample({ features: new Float32Array(of.inputs), target: value }, of).target;
  assertEquals(target(2) === target(2), true);
  assertEquals([2, 0, 2].map((value) => [...target(value)]), [[0, 0, 1], [1, 0, 0], [0, 0, 1]]);
  const values = [0, 1, 0.5, 1, -0, 127, 128, -1];
  assertEquals(values.map((value) => target(value, { ...one, labels: [] })[0]), values);
  assertEquals(Object.keys(one.known), ["0", "1", "127"]);
});

Deno.test("readSample() refuses what is no sample, and names field and value", () => {
  const message = (sample: unknown) => assertThrows(() => read(sample), SampleError).message;
  const rule = "Cannot use sample as it must be an object with features and target: current value is";
  assertEquals([null, 5, "text", undefined].map(message), [
    `${rule} null`,
    `${rule} 5`,
    `${rule} "text"`,
    `${rule} undefined`,
  ]);
  for (const weight of [-1, NaN, Infinity]) {
    assertEquals(
      message({ features: [1, 2], target: 1, weight }),
      `Cannot use weight as it must be a number from 0 on: current value is ${weight}`,
    );
  }
  assertEquals(
    message({ features: [1, 2], target: 1, weight: "1" }),
    'Cannot use weight as it must be a number from 0 on: current value is "1"',
  );
  assertEquals(
    message({ features: [1], target: 1 }),
    "Cannot use features as it must hold 2 numbers: current value is an array of length 1",
  );
  assertEquals(
    message({ features: [1, 2], target: 3 }),
    "Cannot use target as it must be a class index from 0 to 2: current value is 3",
  );
});

Deno.test("readEach() reads in order, once, from any iterable", () => {
  const items = function* () {
    yield 1;
    yield 2;
  };
  assertEquals([...readEach(items(), (item) => item * 10)], [10, 20]);
  assertEquals([...readEach([], (item) => item)], []);
});

Deno.test("readEach() tells which sample cannot be used, reads none behind it, and lets other errors be", () => {
  let taken = 0;
  const items = function* () {
    for (const weight of [1, 1, -1, 1]) {
      taken++;
      yield { features: [1, 2], target: 0, weight };
    }
  };
  const error = assertThrows(() => [...readEach(items(), read)], SampleError);
  assertEquals([error.index, error.field, error.value, taken], [2, "weight", -1, 3]);
  assertEquals(error.message, "Cannot use samples[2].weight as it must be a number from 0 on: current value is -1");
  const other = new Error("from the source");
  const thrown = assertThrows(() =>
    readEach([1], () => {
      throw other;
    }).next()
  );
  assert(thrown === other);
});
