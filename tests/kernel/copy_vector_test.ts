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

Deno.test("copyVector() copies some of the numbers, few or many", () => {
  for (const length of [0, 2, 32, 33, 100]) {
    const all = immutable(Float32Array.from({ length: 200 }, (_, i) => i));
    const out = new Float32Array(length + 1).fill(-1);
    copyVector(all, out, 1, 50, length);
    assertSame(out, [-1, ...Array.from({ length }, (_, i) => 50 + i)]);
  }
});

Deno.test("copyVector() throws where the vector does not fit", () => {
  assertThrows(() => copyVector(Float32Array.of(1, 2), new Float32Array(2), 1), RangeError);
});
