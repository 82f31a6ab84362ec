import { assertEquals, assertThrows } from "@std/assert";
import { requireValue } from "../../lib/drift/require_value.ts";

Deno.test("requireValue() takes what float32 can hold", () => {
  for (const value of [0, -1.5, 3.4e38, 1e-300]) assertEquals(requireValue("adwin", value), undefined);
});

Deno.test("requireValue() throws with detector, rule and value", () => {
  for (const value of [NaN, Infinity, -Infinity]) {
    assertThrows(
      () => requireValue("adwin", value),
      RangeError,
      `Cannot update adwin as value must be a finite number: current value is ${value}`,
    );
  }
  assertThrows(
    () => requireValue("adwin", 1e39),
    RangeError,
    "must be a finite number in float32: current value is 1e+39",
  );
  assertThrows(() => requireValue("adwin", "1" as unknown as number), RangeError, 'current value is "1"');
});
