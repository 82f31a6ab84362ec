import { assertEquals, assertThrows } from "@std/assert";
import { readFeatures } from "../../lib/feature/read_features.ts";
import { SampleError } from "../../lib/feature/sample_error.ts";

const read = (features: unknown) => readFeatures(features as Float32Array, 5, "x");

Deno.test("readFeatures() returns a Float32Array and ordered sparse features as they are", () => {
  const dense = Float32Array.of(1, 2, 0, 4, 5);
  const sparse = { indices: [1], values: [2] };
  assertEquals([read(dense) === dense, read(sparse) === sparse], [true, true]);
  assertEquals(read([1, 2, 0, 4, 5]), dense);
});

Deno.test("readFeatures() finds the number that is not finite wherever it stands", () => {
  for (let k = 0; k < 5; k++) {
    for (const bad of [NaN, Infinity, -Infinity]) {
      const features = Float32Array.of(1, 2, 3, 4, 5);
      features[k] = bad;
      const message = `Cannot use x[${k}] as it must be a finite number: current value is ${bad}`;
      assertThrows(() => read(features), SampleError, message);
    }
  }
  assertEquals(read(new Float32Array(5).fill(3.4e38)), new Float32Array(5).fill(3.4e38));
});

Deno.test("readFeatures() refuses what is neither dense nor sparse", () => {
  for (const features of [null, 5, "text", {}, { indices: [] }]) {
    assertThrows(
      () => read(features),
      SampleError,
      "Cannot use x as it must be an array of numbers or { indices, values }",
    );
  }
});
