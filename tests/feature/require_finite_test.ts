import { SampleError } from "@backstream/backstream";
import { assertThrows } from "@std/assert";
import { requireFinite } from "../../lib/feature/require_finite.ts";
import { assertSame } from "../helper/assert_same.ts";

Deno.test("requireFinite() returns the number as it is", () => {
  assertSame([1.5, 0, -0, 3.4028234663852886e38, 1e-50].map((x) => requireFinite(x, "x")), [
    1.5,
    0,
    -0,
    3.4028234663852886e38,
    1e-50,
  ]);
});

Deno.test("requireFinite() names the field, and the place in it", () => {
  assertThrows(() => requireFinite(NaN, "target"), SampleError, "Cannot use target as it must be a finite number: ");
  assertThrows(() => requireFinite(NaN, "a", 3), SampleError, "Cannot use a[3] as it must be a finite number: ");
});

Deno.test("requireFinite() says float32 where the number is finite in float64 only", () => {
  for (const value of [1e39, -1e39, 3.402823669209385e38]) {
    assertThrows(
      () => requireFinite(value, "x"),
      SampleError,
      `Cannot use x as it must be a finite number in float32: current value is ${value}`,
    );
  }
});

Deno.test("requireFinite() converts nothing", () => {
  for (const value of [undefined, null, "1", true, [1], { valueOf: () => 1 }, 1n, Symbol("one"), () => 1]) {
    assertThrows(() => requireFinite(value, "x"), SampleError, "Cannot use x as it must be a finite number: ");
  }
});
