import {
  applyUpdates,
  backprop,
  createNetwork,
  growNetwork,
  growOptimizerState,
  type Network,
  type Optimizer,
} from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { assertSame } from "../helper/assert_same.ts";
import { optimizers, referenceOptimizers } from "../helper/optimizers.ts";

const start = createNetwork({
  inputs: 2,
  layers: [{ units: 3, activation: "tanh" }, { units: 2, activation: "identity" }],
  seed: 3,
});
const samples = [[0.5, -1], [-0.25, 0.75], [1, 0]].map((input, i) => ({ input, target: [i / 2, 1 - i / 2] }));

/** Some steps from a network and a state on; of outputs that are new, no error comes back. */
function learn(optimizer: Optimizer, network: Network, state: unknown): [Network, unknown] {
  for (let i = 0; i < 20; i++) {
    const { input, target } = samples[i % 3];
    const x = [...input, ...Array(network.inputs - 2).fill(0)];
    const y = [...target, ...backprop(network, x, Array(network.layers[1].units).fill(0)).output.slice(2)];
    const [updates, next] = optimizer.update(state, backprop(network, x, y).gradients, network);
    [network, state] = [applyUpdates(network, updates), next];
  }
  return [network, state];
}

/** The parameters that the network had before it grew. */
function old({ layers }: Network): number[] {
  return layers.flatMap(({ inputs, weights, biases }, l) => {
    const [columns, rows] = l === 0 ? [2, 3] : [3, 2];
    const kept = weights.filter((_, i) => i % inputs < columns && i / inputs < rows);
    return [...kept, ...biases.slice(0, rows)];
  });
}

Deno.test("growOptimizerState() lays out what is as long as the parameters, and nothing else", () => {
  const from = createNetwork({ inputs: 2, layers: [{ units: 1, activation: "identity" }] });
  const to = growNetwork(from, { inputs: 1, units: 1 });
  const other = Float32Array.of(1, 2);
  const state = [{ step: 7, sum: Float32Array.of(2, 3, 4), list: [{ other, none: null, text: "a", is: true }] }];
  const sum = Float32Array.of(2, 3, 0, 0, 0, 0, 4, 0);
  assertEquals(growOptimizerState(state, from, to), [{ ...state[0], sum }]);
});

for (const [name, optimizer] of Object.entries({ ...optimizers, ...referenceOptimizers })) {
  // What all gradients together decide differs where there are more of them; decay moves the new weights alone.
  Deno.test(`growOptimizerState() changes nothing of what old parameters learn by ${name}`, () => {
    const [network, state] = learn(optimizer, start, optimizer.init(start));
    const before = structuredClone(state);
    const grown = growNetwork(network, { inputs: 2, units: name.startsWith("chain") ? 0 : 1, seed: 8 });
    const [apart] = learn(optimizer, network, state);
    const [together, last] = learn(optimizer, grown, growOptimizerState(state, network, grown));
    assertSame(old(together), old(apart));
    assertEquals(state, before);
    const shape = (value: unknown) => JSON.stringify(value, (_, item) => item?.length ?? item);
    assertEquals(
      shape(last),
      shape(learn(optimizer, grown, optimizer.init(grown))[1]).replaceAll('"step":20', '"step":40'),
    );
  });
}

Deno.test("growOptimizerState() throws for a network that has not grown out of the other", () => {
  const others = [
    createNetwork({ inputs: 1, layers: [{ units: 3, activation: "tanh" }, { units: 2, activation: "identity" }] }),
    createNetwork({ inputs: 2, layers: [{ units: 3, activation: "relu" }, { units: 2, activation: "identity" }] }),
    createNetwork({ inputs: 2, layers: [{ units: 2 }] }),
  ];
  for (const to of others) {
    assertThrows(
      () => growOptimizerState({}, start, to),
      RangeError,
      "Cannot grow state as to must be from with more inputs and outputs: current value is",
    );
  }
});
