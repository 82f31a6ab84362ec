import { createNetwork, type InitializerName, initializers } from "@backstream/backstream";
import { assert, assertEquals } from "@std/assert";
import { assertClose } from "../helper/assert_close.ts";
import reference from "../reference/random_numbers.json" with { type: "json" };

/** Mean, variance and largest size of the weights and of the biases of a wide layer. */
function drawn(initializer: InitializerName) {
  const network = createNetwork({ inputs: 200, layers: [{ units: 300, initializer }], seed: 1 });
  const [{ weights, biases }] = network.layers;
  return [weights, biases].map((values) => {
    const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
    const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length;
    return { mean, variance, largest: values.reduce((most, x) => Math.max(most, Math.abs(x)), 0) };
  });
}

Deno.test("initializers holds the four names in the order of the documentation", () => {
  assertEquals(Object.keys(initializers), ["scaledGaussian", "xavier", "he", "zeros"]);
});

Deno.test("initializers.scaledGaussian draws weights of variance 1 / inputs and biases of variance 1", () => {
  const [weights, biases] = drawn("scaledGaussian");
  assertClose([weights.mean, biases.mean], [0, 0], { absolute: 4 / Math.sqrt(300) });
  assertClose([weights.variance], [1 / 200], { relative: 4 * Math.sqrt(2 / 60000) });
  assertClose([biases.variance], [1], { relative: 4 * Math.sqrt(2 / 300) });
  assert(weights.largest > 3 / Math.sqrt(200)); // A Gaussian has tails, a uniform distribution has none.
});

Deno.test("initializers.xavier draws weights uniform between -r and r, r^2 = 6 / (inputs + units), and no biases", () => {
  const [weights, biases] = drawn("xavier");
  const r = Math.sqrt(6 / 500);
  assertClose([weights.mean], [0], { absolute: 4 * r / Math.sqrt(3 * 60000) });
  assertClose([weights.variance], [r * r / 3], { relative: 4 * Math.sqrt(0.8 / 60000) });
  assert(weights.largest <= r && weights.largest > 0.999 * r);
  assertEquals(biases, { mean: 0, variance: 0, largest: 0 });
});

Deno.test("initializers.he draws weights of variance 2 / inputs, and no biases", () => {
  const [weights, biases] = drawn("he");
  assertClose([weights.mean], [0], { absolute: 4 * Math.sqrt(2 / 200 / 60000) });
  assertClose([weights.variance], [2 / 200], { relative: 4 * Math.sqrt(2 / 60000) });
  assert(weights.largest > 3 * Math.sqrt(2 / 200));
  assertEquals(biases, { mean: 0, variance: 0, largest: 0 });
});

Deno.test("initializers.zeros draws nothing", () => {
  const nothing = { mean: 0, variance: 0, largest: 0 };
  assertEquals(drawn("zeros"), [nothing, nothing]);
  assertEquals([initializers.zeros.weight(5, 2, 3), initializers.zeros.bias(5)], [[0, 5], [0, 5]]);
});

for (const [initializer, parameters] of Object.entries(reference.weights)) {
  Deno.test(`initializers.${initializer} gives the frozen first parameters, bit for bit`, () => {
    const layers = [{ units: 2, initializer: initializer as InitializerName }];
    assertEquals([...createNetwork({ inputs: 3, layers, seed: 7 }).parameters], parameters);
  });
}
