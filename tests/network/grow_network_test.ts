import { backprop, createNetwork, growNetwork, type Network, predict } from "@backstream/backstream";
import { assert, assertEquals, assertNotEquals, assertThrows } from "@std/assert";
import { assertSame } from "../helper/assert_same.ts";

const deep = createNetwork({
  inputs: 3,
  layers: [{ units: 4, activation: "tanh" }, { units: 2, activation: "softmax" }],
  cost: "crossEntropy",
  seed: 3,
});
const flat = createNetwork({ inputs: 2, layers: [{ units: 2 }], cost: "crossEntropy", seed: 1 });

Deno.test("growNetwork() adds columns to the first layer and rows to the last", () => {
  const grown = growNetwork(deep, { inputs: 2, units: 1, seed: 5 });
  assertEquals([grown.inputs, ...grown.layers.map(({ inputs, units }) => [inputs, units])], [5, [5, 4], [4, 3]]);
  const [first, last] = grown.layers;
  for (let j = 0; j < 4; j++) {
    assertSame(first.weights.slice(j * 5, j * 5 + 3), deep.layers[0].weights.slice(j * 3, j * 3 + 3));
  }
  assertSame(first.biases, deep.layers[0].biases);
  assertSame(last.weights.slice(0, 8), deep.layers[1].weights);
  assertSame(last.biases, [...deep.layers[1].biases, 0]); // a new softmax unit has the bias 0
  assertEquals(first.weights.filter((weight) => weight === 0).length, 0);
});

Deno.test("growNetwork() makes a network like any other: plain data, views of one block", () => {
  const grown = growNetwork(deep, { inputs: 1, units: 2 });
  const { buffer } = grown.parameters as Float32Array;
  for (const { weights, biases } of grown.layers) {
    assert([weights, biases].every((view) => (view as Float32Array).buffer === buffer));
  }
  assertEquals(grown.layers.flatMap(({ weights, biases }) => [...weights, ...biases]), [...grown.parameters]);
  assertEquals(structuredClone(grown), grown);
  assertEquals(backprop(grown, [1, 2, 3, 4], [0, 0, 0, 1]).output.length, 4);
});

Deno.test("growNetwork() by 2 at once is growing by 1 twice", () => {
  const twice = (network: Network, options: object) => growNetwork(growNetwork(network, options), options);
  for (const initializer of ["scaledGaussian", "xavier", "he", "zeros"] as const) {
    assertEquals(
      twice(deep, { inputs: 1, units: 1, seed: 9, initializer }),
      growNetwork(deep, { inputs: 2, units: 2, seed: 9, initializer }),
    );
    assertEquals(
      twice(flat, { inputs: 1, seed: 9, initializer }),
      growNetwork(flat, { inputs: 2, seed: 9, initializer }),
    );
    assertEquals(
      twice(flat, { units: 1, seed: 9, initializer }),
      growNetwork(flat, { units: 2, seed: 9, initializer }),
    );
  }
});

Deno.test("growNetwork() grows the inputs before the outputs", () => {
  const steps = growNetwork(growNetwork(flat, { inputs: 2, seed: 4 }), { units: 2, seed: 4 });
  assertEquals(growNetwork(flat, { inputs: 2, units: 2, seed: 4 }), steps);
});

Deno.test("growNetwork() draws what is new from the seed, as wide as createNetwork would", () => {
  const weights = (seed: number) =>
    growNetwork(createNetwork({ inputs: 99, layers: [{ units: 2000 }] }), { inputs: 1, seed }).layers[0].weights.filter(
      (_, i) => i % 100 === 99,
    );
  assertEquals(weights(1), weights(1));
  assertNotEquals(weights(1), weights(2));
  const variance = weights(1).reduce((sum, weight) => sum + weight * weight, 0) / 2000;
  assert(Math.abs(variance * 100 - 1) < 0.1, `${variance}`); // N(0, 1 / inputs)
});

Deno.test("growNetwork() does not repeat a column or a row", () => {
  const { weights } = growNetwork(flat, { inputs: 50, units: 50 }).layers[0];
  const fresh = weights.filter((_, i) => i % 52 > 1 || i >= 104);
  assertEquals(new Set(fresh).size, fresh.length);
});

Deno.test("growNetwork() with zeros answers as before to the inputs that there were", () => {
  const grown = growNetwork(deep, { inputs: 2, initializer: "zeros" });
  assertSame(predict(grown, [1, -2, 3, 7, 8]), predict(deep, [1, -2, 3]));
});

Deno.test("growNetwork() by nothing is the same network, and changes nothing that it is given", () => {
  const before = structuredClone(deep);
  assertEquals(growNetwork(deep), deep);
  growNetwork(deep, { inputs: 3, units: 3 });
  assertEquals(deep, before);
});

Deno.test("growNetwork() throws for outputs that cannot grow, and for numbers out of range", () => {
  const binary = createNetwork({ inputs: 1, layers: [{ units: 1 }] });
  const message = (options: object, network = deep) =>
    assertThrows(() => growNetwork(network, options), RangeError).message;
  const outputs =
    "Cannot grow network as its outputs must be softmax, identity or at least 2 sigmoid units: current value is";
  assertEquals(message({ units: 2 }, binary), `${outputs} 1 sigmoid`);
  assertEquals(
    message({ units: 1 }, createNetwork({ inputs: 1, layers: [{ units: 3, activation: "relu" }] })),
    `${outputs} 3 relu`,
  );
  assertEquals(growNetwork(binary, { inputs: 1 }).inputs, 2);
  const range = "must be a whole number from 0 to 4294967295: current value is";
  assertEquals(message({ inputs: -1 }), `Cannot grow network as inputs ${range} -1`);
  assertEquals(message({ units: 1.5 }), `Cannot grow network as units ${range} 1.5`);
  assertEquals(message({ seed: "1" }), `Cannot grow network as seed ${range} "1"`);
  assertEquals(
    message({ initializer: "ones" }),
    'Cannot grow network as initializer must be one of scaledGaussian, xavier, he, zeros: current value is "ones"',
  );
});
