import { assertEquals, assertThrows } from "@std/assert";
import { makeArray } from "../../lib/feature/make_array.ts";
import { readDense } from "../../lib/feature/read_dense.ts";
import { SampleError } from "../../lib/feature/sample_error.ts";

Deno.test("readDense() copies numbers into the array that is made for them, and returns a Float32Array as it is", () => {
  const made = new Float32Array(2);
  assertEquals(readDense([1, 2], 2, "x", () => made) === made, true);
  assertEquals([...made], [1, 2]);
  const own = Float32Array.of(3, 4);
  assertEquals(readDense(own, 2, "x", makeArray) === own, true);
  assertEquals([...readDense(Float64Array.of(0.1, 2), 2, "x", makeArray)], [Math.fround(0.1), 2]);
});

Deno.test("readDense() makes no array for a wrong length", () => {
  const never = () => {
    throw new Error("made");
  };
  assertThrows(() => readDense([1], 2, "x", never), SampleError, "Cannot use x as it must hold 2 numbers");
});

Deno.test("readDense() leaves the numbers of a Float32Array unchecked where it is told to, and those of others never", () => {
  const own = Float32Array.of(NaN, 1);
  assertEquals(readDense(own, 2, "x", makeArray, false) === own, true);
  assertThrows(() => readDense(own, 2, "x", makeArray), SampleError, "Cannot use x[0] as it must be a finite number");
  assertThrows(() => readDense([1, NaN], 2, "x", makeArray, false), SampleError, "Cannot use x[1]");
  assertThrows(() => readDense(own, 3, "x", makeArray, false), SampleError, "Cannot use x as it must hold 3 numbers");
});
