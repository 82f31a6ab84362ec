import { assertThrows } from "@std/assert";
import { requireWhole } from "../../lib/rx/require_whole.ts";

Deno.test("requireWhole() lets whole numbers above 0 pass", () => {
  requireWhole("learn", { every: 1, window: 2 ** 31 });
});

Deno.test("requireWhole() names the option that is none", () => {
  for (const window of [0, -1, 0.5, NaN, Infinity, "3" as unknown as number]) {
    assertThrows(
      () => requireWhole("learn", { every: 1, window }),
      RangeError,
      `Cannot create learn as window must be a whole number above 0: current value is ${window}`,
    );
  }
});
