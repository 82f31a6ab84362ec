import { assertEquals } from "@std/assert";
import { integerPower } from "../../lib/kernel/integer_power.ts";
import { assertClose } from "../helper/assert_close.ts";
import { assertSame } from "../helper/assert_same.ts";

Deno.test("integerPower() is exact where the powers are", () => {
  assertEquals([0, 1, 2, 3, 10, 1023].map((n) => integerPower(2, n)), [1, 2, 4, 8, 1024, 2 ** 1023]);
  assertEquals([0, 1, 2, 3, 4, 5].map((n) => integerPower(-3, n)), [1, -3, 9, -27, 81, -243]);
});

Deno.test("integerPower() has a relative error below n 2^-53 against the decimal power", () => {
  // 0.9^50, 0.999^1000 and 0.999^100000 of the float64 bases, from python3 with mpmath at 60 digits.
  assertClose([integerPower(0.9, 50)], [0.00515377520732012], { relative: 50 * 2 ** -53 });
  assertClose([integerPower(0.999, 1000)], [0.36769542477096372], { relative: 1000 * 2 ** -53 });
  assertClose([integerPower(0.999, 100000)], [3.5385276883431277e-44], { relative: 1e5 * 2 ** -53 });
});

Deno.test("integerPower() reads exponents beyond 32 bits", () => {
  assertEquals(integerPower(-1, 2 ** 40 + 1), -1);
  assertEquals(integerPower(0.999, 2 ** 40), 0);
});

Deno.test("integerPower() is 1 for the exponent 0, whatever the base", () => {
  assertEquals([0, NaN, Infinity, -2].map((base) => integerPower(base, 0)), [1, 1, 1, 1]);
});

Deno.test("integerPower() keeps NaN, infinities and -0, and overflows to infinity", () => {
  assertSame([NaN, Infinity, -Infinity, -0, 1e200].map((base) => integerPower(base, 3)), [
    NaN,
    Infinity,
    -Infinity,
    -0,
    Infinity,
  ]);
  assertEquals(integerPower(1e200, 1), 1e200);
});
