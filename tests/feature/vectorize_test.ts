import { type Features, SampleError, vectorize } from "@backstream/backstream";
import { assert, assertEquals, assertThrows } from "@std/assert";
import { assertSame } from "../helper/assert_same.ts";

/** Asserts that the value is refused with exactly this message. */
function assertRefused(features: unknown, inputs: number, message: string): void {
  const error = assertThrows(() => vectorize(features as Features, inputs), SampleError);
  assertEquals(error.message, message);
}

Deno.test("vectorize() reads number arrays, typed arrays and sparse vectors", () => {
  for (const features of [[1, 0, -2.5], Float32Array.of(1, 0, -2.5), Float64Array.of(1, 0, -2.5)]) {
    assertEquals([...vectorize(features, 3)], [1, 0, -2.5]);
  }
  assertEquals([...vectorize(Uint8Array.of(0, 255), 2)], [0, 255]);
  assertEquals([...vectorize({ indices: [2, 0], values: [-2.5, 1] }, 3)], [1, 0, -2.5]);
  assertEquals([...vectorize({ indices: Uint16Array.of(1), values: Float32Array.of(7) }, 3)], [0, 7, 0]);
});

Deno.test("vectorize() returns a Float32Array as it is, and copies everything else", () => {
  const already = Float32Array.of(1, 2);
  assert(vectorize(already, 2) === already);
  const numbers = [1, 2];
  const vector = vectorize(numbers, 2);
  numbers[0] = 9;
  assertEquals([...vector], [1, 2]);
});

Deno.test("vectorize() rounds to float32 once", () => {
  assertSame([...vectorize([0.1, 1e-50, -0], 3)], [Math.fround(0.1), 0, -0]);
});

Deno.test("vectorize() takes an empty sparse vector as zeros", () => {
  assertEquals([...vectorize({ indices: [], values: [] }, 2)], [0, 0]);
});

Deno.test("vectorize() throws if the length is wrong", () => {
  for (const features of [[], [1], [1, 2, 3], new Float32Array(3), new Array(1e9)]) {
    const message =
      `Cannot use features as it must hold 2 numbers: current value is an array of length ${features.length}`;
    assertRefused(features, 2, message);
  }
});

Deno.test("vectorize() throws if an element is not a finite number in float32", () => {
  for (const value of [NaN, Infinity, -Infinity]) {
    const message = `Cannot use features[1] as it must be a finite number: current value is ${value}`;
    for (const features of [[0, value], Float32Array.of(0, value), Float64Array.of(0, value)]) {
      assertRefused(features, 2, message);
    }
  }
  for (const features of [[0, 1e39], Float64Array.of(0, 1e39)]) {
    assertRefused(
      features,
      2,
      "Cannot use features[1] as it must be a finite number in float32: current value is 1e+39",
    );
  }
});

Deno.test("vectorize() converts no element: strings, null, booleans, nested arrays, objects, holes", () => {
  const refused: [unknown, string][] = [
    ["1", '"1"'],
    ["", '""'],
    [null, "null"],
    [undefined, "undefined"],
    [true, "true"],
    [[1], "an array of length 1"],
    [{}, "an object with keys "],
    [1n, "1"],
  ];
  for (const [value, shown] of refused) {
    assertRefused([0, value], 2, `Cannot use features[1] as it must be a finite number: current value is ${shown}`);
  }
  const hole = [0];
  hole.length = 2;
  assertRefused(hole, 2, "Cannot use features[1] as it must be a finite number: current value is undefined");
  assertRefused(BigInt64Array.of(1n), 1, "Cannot use features[0] as it must be a finite number: current value is 1");
});

Deno.test("vectorize() throws if it is given neither an array nor a sparse vector", () => {
  const rule = "Cannot use features as it must be an array of numbers or { indices, values }: current value is";
  const refused: [unknown, string][] = [
    [null, "null"],
    [undefined, "undefined"],
    [3, "3"],
    ["12", '"12"'],
    [true, "true"],
    [() => 1, "a function"],
  ];
  for (const [features, shown] of refused) assertRefused(features, 2, `${rule} ${shown}`);
});

Deno.test("vectorize() throws if it is given a record, as only a feature schema says what that means", () => {
  const rule = "be an array of numbers or { indices, values } where there is no feature schema";
  for (const features of [{}, { age: 42, city: "Paris" }, { indices: [0] }, { values: [0] }]) {
    const shown = `an object with keys ${Object.keys(features).join(", ")}`;
    assertRefused(features, 2, `Cannot use features as it must ${rule}: current value is ${shown}`);
  }
});

Deno.test("vectorize() throws at once at an object that claims a length", () => {
  const start = "Cannot use features as it must hold 2 numbers: current value is";
  assertRefused({ length: 4e9 }, 2, `${start} an array of length 4000000000`);
  assertRefused({ length: -1 }, 2, `${start} an array of length -1`);
  assertRefused({ length: "2" }, 2, `${start} an object with keys length`);
  assertRefused({ length: null }, 2, `${start} an object with keys length`);
  assertRefused(JSON.parse('{"length":{"toString":1,"valueOf":1}}'), 2, `${start} an object with keys length`);
  assertRefused({ length: 2 }, 2, "Cannot use features[0] as it must be a finite number: current value is undefined");
});

Deno.test("vectorize() throws if indices or values is not an array", () => {
  const refused: [unknown, string][] = [
    [null, "null"],
    [5, "5"],
    ["0", '"0"'],
    [{}, "an object with keys "],
    [{ length: "1" }, "an object with keys length"],
    [{ length: -1 }, "an array of length -1"],
    [undefined, "undefined"],
  ];
  for (const [value, shown] of refused) {
    const rest = `as it must be an array of numbers: current value is ${shown}`;
    assertRefused({ indices: value, values: value }, 2, `Cannot use features.indices ${rest}`);
    assertRefused({ indices: [0], values: value }, 2, `Cannot use features.values ${rest}`);
  }
});

Deno.test("vectorize() throws if there is not one value an index", () => {
  assertRefused(
    { indices: [0, 1], values: [1] },
    2,
    "Cannot use features.values as it must hold 2 numbers, one an index: current value is an array of length 1",
  );
  const claims = { length: 1e9 };
  assertRefused(
    { indices: claims, values: claims },
    2,
    "Cannot use features.indices[0] as it must be a whole number from 0 to 1: current value is undefined",
  );
});

Deno.test("vectorize() throws if a sparse index is out of range or not a whole number", () => {
  for (const [index, shown] of [[3, "3"], [-1, "-1"], [0.5, "0.5"], [NaN, "NaN"], ["0", '"0"'], [null, "null"]]) {
    assertRefused(
      { indices: [0, index], values: [1, 1] },
      3,
      `Cannot use features.indices[1] as it must be a whole number from 0 to 2: current value is ${shown}`,
    );
  }
});

Deno.test("vectorize() throws if a sparse index is given twice, even where its value is 0", () => {
  const message = "Cannot use features.indices[2] as it must be given once only: current value is 1";
  assertRefused({ indices: [1, 0, 1], values: [1, 2, 3] }, 3, message);
  assertRefused({ indices: [1, 0, 1], values: [0, 2, 0] }, 3, message);
  assertRefused(
    { indices: [0, -0], values: [1, 2] },
    3,
    "Cannot use features.indices[1] as it must be given once only: current value is 0",
  );
});

Deno.test("vectorize() throws if a sparse value is not a finite number in float32", () => {
  assertRefused(
    { indices: [0, 1], values: [1, NaN] },
    2,
    "Cannot use features.values[1] as it must be a finite number: current value is NaN",
  );
  assertRefused(
    { indices: [0, 1], values: ["1", 1] },
    2,
    'Cannot use features.values[0] as it must be a finite number: current value is "1"',
  );
  assertRefused(
    { indices: [0], values: [1e39] },
    2,
    "Cannot use features.values[0] as it must be a finite number in float32: current value is 1e+39",
  );
});

Deno.test("vectorize() calls the features what it is told to", () => {
  const error = assertThrows(() => vectorize([1, NaN], 2, "input"), SampleError);
  assertEquals([error.field, error.rule, error.value], ["input[1]", "be a finite number", NaN]);
});

Deno.test("vectorize() changes nothing that it is given", () => {
  const sparse = Object.freeze({ indices: Object.freeze([1]), values: Object.freeze([2]) });
  vectorize(sparse, 2);
  vectorize(Object.freeze([1, 2]), 2);
});
