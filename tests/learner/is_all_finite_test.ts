import { assertEquals } from "@std/assert";
import { isAllFinite } from "../../lib/learner/is_all_finite.ts";

Deno.test("isAllFinite() looks at every number at any depth", () => {
  const state = { step: 3, velocity: Float32Array.of(1, 2), links: [{ mean: -0 }, null, "NaN", true] };
  assertEquals(isAllFinite(state), true);
  assertEquals(isAllFinite({ ...state, step: Infinity }), false);
  assertEquals(isAllFinite({ ...state, velocity: Float32Array.of(1, NaN) }), false);
  assertEquals(isAllFinite({ ...state, links: [{ mean: NaN }] }), false);
});

Deno.test("isAllFinite() is true of nothing", () => {
  for (const nothing of [undefined, null, [], {}, new Float32Array()]) assertEquals(isAllFinite(nothing), true);
});
