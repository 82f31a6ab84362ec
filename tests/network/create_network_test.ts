import {
  type ActivationName,
  activations,
  createNetwork,
  type InitializerName,
  type NetworkOptions,
} from "@backstream/backstream";
import { assert, assertEquals, assertNotEquals, assertThrows } from "@std/assert";

/** Asserts that the options, `inputs: 2` and one layer unless told, are refused with exactly this message. */
function assertRefused(options: object, message: string): void {
  const whole = { inputs: 2, layers: [{ units: 1 }], ...options } as NetworkOptions;
  assertEquals(assertThrows(() => createNetwork(whole), RangeError).message, message);
}

Deno.test("createNetwork() is plain data: sizes, names, and all parameters in one block", () => {
  const network = createNetwork({
    inputs: 3,
    layers: [{ units: 4, activation: "relu" }, { units: 2, activation: "softmax" }],
    cost: "crossEntropy",
    seed: 1,
  });
  assertEquals([network.inputs, network.cost, network.parameters.length], [3, "crossEntropy", 4 * 3 + 4 + 2 * 4 + 2]);
  assertEquals(network.layers.map(({ inputs, units, activation }) => [inputs, units, activation]), [
    [3, 4, "relu"],
    [4, 2, "softmax"],
  ]);
  assertEquals(network.layers.map(({ weights, biases }) => [weights.length, biases.length]), [[12, 4], [8, 2]]);
  assertEquals(network.layers.flatMap(({ weights, biases }) => [...weights, ...biases]), [...network.parameters]);
  assertEquals(structuredClone(network), network);
});

Deno.test("createNetwork() makes layers that are views of the block", () => {
  const network = createNetwork({ inputs: 2, layers: [{ units: 1 }, { units: 1 }] });
  const { buffer } = network.parameters as Float32Array;
  for (const { weights, biases } of network.layers) {
    assert([weights, biases].every((view) => (view as Float32Array).buffer === buffer));
  }
});

Deno.test("createNetwork() uses sigmoid, quadratic and seed 0 unless told otherwise", () => {
  const network = createNetwork({ inputs: 2, layers: [{ units: 3 }] });
  assertEquals([network.layers[0].activation, network.cost], ["sigmoid", "quadratic"]);
  const layers = [{ units: 3, activation: "sigmoid", initializer: "scaledGaussian" }] as const;
  assertEquals(network, createNetwork({ inputs: 2, layers, cost: "quadratic", seed: 0 }));
});

Deno.test("createNetwork() chooses the initializer that fits the activation", () => {
  const usual: Record<ActivationName, InitializerName> = {
    sigmoid: "scaledGaussian",
    softmax: "scaledGaussian",
    tanh: "xavier",
    identity: "xavier",
    relu: "he",
    leakyRelu: "he",
    elu: "he",
    gelu: "he",
    silu: "he",
    softplus: "he",
  };
  assertEquals(Object.keys(usual).sort(), Object.keys(activations).sort());
  for (const [name, initializer] of Object.entries(usual)) {
    const activation = name as ActivationName;
    const given = createNetwork({ inputs: 3, layers: [{ units: 2, activation, initializer }], seed: 4 });
    assertEquals(createNetwork({ inputs: 3, layers: [{ units: 2, activation }], seed: 4 }), given, name);
  }
});

Deno.test("createNetwork() gives the same bytes for the same seed, and others for another", () => {
  const at = (seed: number) => createNetwork({ inputs: 3, layers: [{ units: 4 }, { units: 2 }], seed });
  assertEquals(at(5), at(5));
  assertNotEquals(at(5), at(6));
  assertNotEquals(at(0xffffffff), at(0));
});

Deno.test("createNetwork() goes on with the seed from layer to layer", () => {
  const { layers } = createNetwork({ inputs: 2, layers: [{ units: 2 }, { units: 2 }], seed: 1 });
  assertNotEquals(layers[0].weights, layers[1].weights);
});

Deno.test("createNetwork() changes nothing that it is given", () => {
  const options: NetworkOptions = Object.freeze({
    inputs: 2,
    layers: Object.freeze([Object.freeze({ units: 3 }), Object.freeze({ units: 1 })]),
  });
  assertEquals(createNetwork(options).layers.length, 2);
});

Deno.test("createNetwork() throws if inputs is not a whole number above 0", () => {
  const rule = "Cannot create network as inputs must be a whole number from 1 to 2147483647: current value is";
  for (const inputs of [0, -1, 1.5, NaN, Infinity, 2 ** 31, undefined, null]) {
    assertRefused({ inputs }, `${rule} ${inputs}`);
  }
  assertRefused({ inputs: "2" }, `${rule} "2"`);
});

Deno.test("createNetwork() throws if there is no layer", () => {
  const rule = "Cannot create network as layers must hold at least 1 layer: current value is";
  for (const [layers, shown] of [[[], "[]"], [undefined, "undefined"], [null, "null"], ["ab", '"ab"'], [3, "3"]]) {
    assertRefused({ layers }, `${rule} ${shown}`);
  }
});

Deno.test("createNetwork() throws if the units of a layer are not a whole number above 0", () => {
  const rule = "Cannot create network as layers[1].units must be a whole number from 1 to 2147483647: current value is";
  for (const units of [0, -1, 1.5, NaN, Infinity, 2 ** 31, undefined]) {
    assertRefused({ layers: [{ units: 2 }, { units }] }, `${rule} ${units}`);
  }
});

Deno.test("createNetwork() throws if a layer is not an object, as where sizes are given alone", () => {
  for (const layer of [30, "30", null, undefined]) {
    const layers = [{ units: 2 }, layer] as NetworkOptions["layers"];
    const { message } = assertThrows(() => createNetwork({ inputs: 2, layers }), TypeError);
    assertEquals(
      message,
      `Cannot create network as layers[1] must be an object with units: current value is ${layer}`,
    );
  }
});

Deno.test("createNetwork() throws if there would be too many parameters for one block", () => {
  const rule = "Cannot create network as the number of parameters must be a whole number from 1 to 2147483647";
  assertRefused({ inputs: 1e6, layers: [{ units: 1e6 }] }, `${rule}: current value is 1000001000000`);
});

Deno.test("createNetwork() throws if a name is unknown, and lists the known ones", () => {
  const names = "sigmoid, tanh, relu, leakyRelu, elu, gelu, silu, softplus, identity, softmax";
  for (const name of ["sigmoids", "", "constructor", "__proto__", "toString"]) {
    assertRefused(
      { layers: [{ units: 2 }, { units: 1, activation: name }] },
      `Cannot create network as layers[1].activation must be one of ${names}: current value is "${name}"`,
    );
    assertRefused(
      { layers: [{ units: 2, initializer: name }] },
      `Cannot create network as layers[0].initializer must be one of scaledGaussian, xavier, he, zeros: current value is "${name}"`,
    );
    assertRefused(
      { cost: name },
      `Cannot create network as cost must be one of quadratic, crossEntropy, huber: current value is "${name}"`,
    );
  }
});

Deno.test("createNetwork() throws if the seed is not a whole number from 0 to 2^32 - 1", () => {
  for (const seed of [-1, 2 ** 32, 0.5, NaN, Infinity]) {
    assertRefused(
      { seed },
      `Cannot create network as seed must be a whole number from 0 to 4294967295: current value is ${seed}`,
    );
  }
});
