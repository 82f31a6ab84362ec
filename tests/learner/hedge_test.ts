import { assertAlmostEquals, assertEquals } from "@std/assert";
import { hedgeGains, hedgeWeights, offered, weightedSum } from "../../lib/learner/hedge.ts";

Deno.test("hedgeWeights() counts experts by e^(0.1 gain)", () => {
  const [a, b] = hedgeWeights(Float64Array.of(0, 10 * Math.LN2)); // 1 and 2
  assertAlmostEquals(a, 1 / 3, 1e-7);
  assertAlmostEquals(b, 2 / 3, 1e-7);
  assertEquals([...hedgeWeights(new Float64Array(4))], [0.25, 0.25, 0.25, 0.25]);
  assertEquals([...hedgeWeights(Float64Array.of(5))], [1]);
});

Deno.test("hedgeWeights() sum to 1 and depend on differences alone, however large the gains", () => {
  const weights = hedgeWeights(Float64Array.of(-3, 2, 0));
  const moved = hedgeWeights(Float64Array.of(-1003, -998, -1000));
  for (const [k, weight] of weights.entries()) assertAlmostEquals(moved[k], weight, 1e-7);
  assertAlmostEquals(weights.reduce((sum, weight) => sum + weight), 1, 1e-12);
  assertEquals([...hedgeWeights(Float64Array.of(-1e9, 0))], [0, 1]);
});

Deno.test("hedgeGains() lets earlier gains fade and adds the newest", () => {
  const gains = Float64Array.of(100, -200);
  assertEquals([...hedgeGains(gains, [1, -2])], [100, -200]);
  assertEquals([...hedgeGains(gains, [0, 0])], [99, -198]);
  assertEquals([...gains], [100, -200]);
});

Deno.test("hedge: the weight of the expert that is better goes to 1, and to the other one when that has become better", () => {
  let gains: Float64Array = new Float64Array(2);
  for (let i = 0; i < 500; i++) gains = hedgeGains(gains, [0, -1]);
  assertEquals(hedgeWeights(gains)[0] > 0.99, true);
  for (let i = 0; i < 150; i++) gains = hedgeGains(gains, [-1, 0]);
  assertEquals(hedgeWeights(gains)[1] > 0.9, true);
});

Deno.test("weightedSum() adds the answers by their weights", () => {
  assertEquals([...weightedSum([[1, 2], [3, 4]], [0.25, 0.75])], [2.5, 3.5]);
  assertEquals([...weightedSum([[1, 2]], [1])], [1, 2]);
});

Deno.test("offered() are the first, the last but one and the last", () => {
  assertEquals(offered(["main", "linear", "quick", "same", "pool"]), ["main", "same", "pool"]);
  assertEquals(offered(["main", "same", "pool"]), ["main", "same", "pool"]);
});
