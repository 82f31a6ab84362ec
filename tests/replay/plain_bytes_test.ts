import { assertEquals } from "@std/assert";
import { plainBytes } from "../../lib/replay/plain_bytes.ts";

Deno.test("plainBytes() counts what plain data holds", () => {
  const sample = { input: new Float64Array(3), target: Float32Array.of(1, 0), weight: 1 };
  assertEquals(plainBytes(sample), 24 + 8 + 8);
  assertEquals(plainBytes({ input: { indices: [1, 5], values: [0.5, 2] }, id: "ab", isNew: true }), 32 + 4 + 8);
  assertEquals(plainBytes(new Float64Array(8).subarray(1, 3)), 16);
  for (const nothing of [null, undefined, [], {}, ""]) assertEquals(plainBytes(nothing), 0);
  for (const number of [0, NaN, Infinity]) assertEquals(plainBytes(number), 8);
});
