import { assertEquals, assertThrows } from "@std/assert";
import { requireCount } from "../../lib/replay/require_count.ts";

Deno.test("requireCount() takes whole numbers from 0 on, and nothing else", () => {
  for (const count of [0, 1, 1000]) assertEquals(requireCount("sample", "count", count), undefined);
  for (const count of [-1, 0.5, NaN, Infinity, undefined as unknown as number]) {
    assertThrows(
      () => requireCount("sample", "count", count),
      RangeError,
      `Cannot sample buffer as count must be a whole number from 0 on: current value is ${count}`,
    );
  }
});
