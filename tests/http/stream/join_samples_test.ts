import { DenseSamples } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { joinSamples } from "../../../lib/http/stream/join_samples.ts";

const columns = { inputs: 2, features: Float32Array.of(1, 2, 3, 4), targets: [0.5, "spam"] };
const plain = new DenseSamples(columns);

Deno.test("joinSamples() puts samples behind one another", () => {
  const none = plain.slice(0, 0);
  const joined = joinSamples([plain, none, plain]);
  assertEquals([...joined], [...plain, ...plain]);
  assertEquals([joined.weights, joined.ids], [undefined, undefined]);
  joined.features[0] = 9;
  assertEquals([plain.features[0], joinSamples([none]).length], [1, 0]);
});

Deno.test("joinSamples() has weights and names if any has some", () => {
  const weighted = new DenseSamples({ ...columns, weights: [2, 0] });
  const named = new DenseSamples({ ...columns, ids: ["a", undefined] });
  const { weights, ids } = joinSamples([plain, weighted, named]);
  assertEquals(weights, [1, 1, 2, 0, 1, 1]);
  assertEquals(ids, [undefined, undefined, undefined, undefined, "a", undefined]);
});
