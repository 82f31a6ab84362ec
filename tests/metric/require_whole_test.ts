import { requireWhole } from "../../lib/metric/require_whole.ts";
import { assertThrows } from "@std/assert";

Deno.test("requireWhole() lets whole numbers above 0 through and nothing else", () => {
  requireWhole("rolling", "window", 1);
  for (const value of [0, -1, 0.5, NaN, Infinity, "1" as unknown as number]) {
    assertThrows(
      () => requireWhole("rolling", "window", value),
      RangeError,
      `Cannot create rolling as window must be a whole number above 0: current value is ${value}`,
    );
  }
});
