import { immutable } from "@backstream/backstream";
import { assertThrows } from "@std/assert";
import { copyVector } from "../../lib/kernel/copy_vector.ts";
import { assertSame } from "../helper/assert_same.ts";

Deno.test("copyVector() copies a vector to its place, bit for bit, from an immutable buffer too", () => {
  const out = new Float32Array(5).fill(9);
  copyVector(immutable(Float32Array.of(-0, NaN, 1e-45)), out, 1);
  assertSame(out, [9, -0, NaN, Math.fround(1e-45), 9]);
  copyVector(immutable(new Float32Array(0)), out, 5);
  copyVector(Float32Array.of(1, 2, 3).subarray(1), out, 0);
  assertSame(out, [2, 3, NaN, Math.fround(1e-45), 9]);
});

Deno.test("copyVector() throws where the vector does not fit", () => {
  assertThrows(() => copyVector(Float32Array.of(1, 2), new Float32Array(2), 1), RangeError);
});
