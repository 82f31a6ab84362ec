import { createNetwork, parameterViews } from "@backstream/backstream";
import { assertEquals } from "@std/assert";

const layers = [{ inputs: 2, units: 2 }, { inputs: 2, units: 1 }];

Deno.test("parameterViews() cuts the block into weights and biases, layer after layer", () => {
  const { weights, biases } = parameterViews(layers, Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9));
  assertEquals(weights.map((w) => [...w]), [[1, 2, 3, 4], [7, 8]]);
  assertEquals(biases.map((b) => [...b]), [[5, 6], [9]]);
});

Deno.test("parameterViews() copies nothing", () => {
  const block = Float32Array.from({ length: 9 }, (_, i) => i);
  const { weights, biases } = parameterViews(layers, block);
  block[4] = -1;
  block[6] = -2;
  assertEquals([biases[0][0], weights[1][0]], [-1, -2]);
});

Deno.test("parameterViews() of a network's block are the arrays of its layers", () => {
  const network = createNetwork({ inputs: 2, layers: [{ units: 3 }, { units: 2 }], seed: 1 });
  const { weights, biases } = parameterViews(network.layers, network.parameters);
  assertEquals(network.layers.map((layer) => [layer.weights, layer.biases]), weights.map((w, l) => [w, biases[l]]));
});

Deno.test("parameterViews() is empty for no layers", () => {
  assertEquals(parameterViews([], new Float32Array(0)), { weights: [], biases: [] });
});
