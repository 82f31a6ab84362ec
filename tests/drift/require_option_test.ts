import { assertEquals, assertThrows } from "@std/assert";
import { above0, between0And1, from0, requireOptions, whole, wholeFrom0 } from "../../lib/drift/require_option.ts";

Deno.test("requireOptions() takes what is in range", () => {
  assertEquals(requireOptions("ddm", { a: 1, b: 0, c: 0.5 }, { a: whole, b: wholeFrom0, c: between0And1 }), undefined);
  assertEquals(requireOptions("ddm", { a: 1e-9, b: 0 }, { a: above0, b: from0 }), undefined);
});

Deno.test("requireOptions() throws with maker, option, rule and value", () => {
  assertThrows(
    () => requireOptions("ddm", { a: 1, b: 1.5 }, { a: whole, b: whole }),
    RangeError,
    "Cannot create ddm as b must be a whole number above 0: current value is 1.5",
  );
  for (
    const [rule, value] of [[whole, 0], [wholeFrom0, -1], [above0, 0], [from0, -1], [between0And1, 1], [
      from0,
      Infinity,
    ], [from0, NaN]] as const
  ) {
    assertThrows(() => requireOptions("ddm", { a: value }, { a: rule }), RangeError, `current value is ${value}`);
  }
  assertThrows(
    () => requireOptions("ddm", { a: "1" as unknown as number }, { a: whole }),
    RangeError,
    'current value is "1"',
  );
});
