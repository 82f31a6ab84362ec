import { assertEquals } from "@std/assert";
import { stateBytes } from "../../../lib/http/dashboard/state_bytes.ts";
import { lineLearner } from "../apps.ts";

Deno.test("stateBytes() counts arrays, each buffer once, texts and numbers", () => {
  const weights = new Float32Array(10);
  assertEquals(stateBytes({ weights, view: weights.subarray(2, 4), also: weights }), 40);
  assertEquals(stateBytes([1, "abc", null, undefined, true, { deep: [new Float64Array(2)] }]), 8 + 6 + 8 + 8 + 8 + 16);
});

Deno.test("stateBytes() ends where a state holds itself", () => {
  const state: Record<string, unknown> = { count: 1 };
  state.self = state;
  assertEquals(stateBytes(state), 8);
});

Deno.test("stateBytes() of a learner holds its parameters", () => {
  const state = lineLearner().init();
  const bytes = stateBytes(state);
  assertEquals(bytes >= 8 && bytes < 500, true, String(bytes)); // w and b, sizes and names
});
