import type { SparseVector } from "../../lib/kernel/mod.ts";
import { assertEquals } from "@std/assert";
import { growLagPlaces, noLagPlaces, withLags } from "../../lib/learner/lag_inputs.ts";

const one = growLagPlaces(noLagPlaces, { width: 2, units: 1, lags: 2 });
const two = growLagPlaces(one, { width: 3, units: 2, lags: 2 }); // after one more feature, one more output
const earlier = [Float32Array.of(1, 2), Float32Array.of(3, 4)];

Deno.test("growLagPlaces() puts earlier targets behind all inputs there are", () => {
  assertEquals(one, { places: [2, 3], steps: [0, 1], outputs: [0, 0] });
  assertEquals(two, { places: [2, 3, 5, 6], steps: [0, 1, 0, 1], outputs: [0, 0, 1, 1] });
});

Deno.test("growLagPlaces() gives the same object if no output is new", () => {
  assertEquals(growLagPlaces(one, { width: 9, units: 1, lags: 2 }) === one, true);
  assertEquals(growLagPlaces(noLagPlaces, { width: 9, units: 3, lags: 0 }) === noLagPlaces, true);
});

Deno.test("withLags() merges features and earlier targets", () => {
  assertEquals([...withLags(one, { features: Float32Array.of(10, 20), earlier }, 2) as Float32Array], [10, 20, 1, 3]);
  const merged = withLags(two, { features: Float32Array.of(10, 20, 30), earlier }, 3);
  assertEquals([...merged as Float32Array], [10, 20, 1, 3, 30, 2, 4]);
});

Deno.test("withLags() has 0 for earlier targets that are missing, or had fewer outputs", () => {
  const merged = withLags(two, { features: Float32Array.of(10, 20, 30), earlier: [Float32Array.of(1)] }, 3);
  assertEquals([...merged as Float32Array], [10, 20, 1, 0, 30, 0, 0]);
});

Deno.test("withLags() of sparse features is sparse and the same", () => {
  const features = { indices: [0, 2], values: [10, 30] };
  assertEquals(withLags(two, { features, earlier }, 3), { indices: [0, 2, 3, 4, 5, 6], values: [10, 1, 3, 30, 2, 4] });
  assertEquals(withLags(two, { features: { indices: [], values: [] }, earlier: [] }, 3), { indices: [], values: [] });
  for (let bits = 0; bits < 32; bits++) {
    const dense = Float32Array.from({ length: 3 }, (_, j) => bits >> j & 1 ? j + 1 : 0);
    const indices = [0, 1, 2].filter((j) => dense[j] !== 0);
    const given = earlier.filter((_, t) => bits >> 3 + t & 1);
    const out = new Float32Array(7);
    const merged = withLags(two, { features: { indices, values: indices.map((j) => dense[j]) }, earlier: given }, 3);
    const { indices: at, values } = merged as SparseVector;
    for (let i = 0; i < at.length; i++) out[at[i]] = values[i];
    assertEquals(out, withLags(two, { features: dense, earlier: given }, 3) as Float32Array);
  }
});
