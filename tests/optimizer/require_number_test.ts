import { assertEquals, assertThrows } from "@std/assert";
import { above0, below1, from0, requireNumber, steps } from "../../lib/optimizer/require_number.ts";

Deno.test("requireNumber() takes what is in range", () => {
  assertEquals(requireNumber(0.5, above0("sgd", "rate")), undefined);
  assertEquals(requireNumber(0, from0("sgd", "rate")), undefined);
  assertEquals(requireNumber(0, below1("sgd", "rate")), undefined);
  assertEquals(requireNumber(1, steps("sgd", "rate")), undefined);
});

Deno.test("requireNumber() throws with maker, field, rule and value", () => {
  assertThrows(
    () => requireNumber(0, above0("sgd", "rate")),
    RangeError,
    "Cannot create sgd as rate must be a number above 0: current value is 0",
  );
  for (const [rule, value] of [[from0, -1], [below1, 1], [steps, 0], [steps, 1.5], [above0, Infinity]] as const) {
    assertThrows(() => requireNumber(value, rule("sgd", "rate")), RangeError, `current value is ${value}`);
  }
  assertThrows(
    () => requireNumber("1" as unknown as number, above0("sgd", "rate")),
    RangeError,
    'current value is "1"',
  );
});
