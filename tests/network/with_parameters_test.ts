import { createNetwork, predict, withParameters } from "@backstream/backstream";
import { assert, assertEquals, assertThrows } from "@std/assert";

const network = createNetwork({ inputs: 2, layers: [{ units: 1, activation: "identity" }], cost: "huber", seed: 1 });

Deno.test("withParameters() is the same network over the new block", () => {
  const block = Float32Array.of(1, 2, 3);
  const changed = withParameters(network, block);
  assert(changed.parameters === block);
  assertEquals([...changed.layers[0].weights, ...changed.layers[0].biases], [1, 2, 3]);
  assertEquals([...predict(changed, [10, 20])], [53]);
  assertEquals({ ...changed, parameters: 0, layers: 0 }, { ...network, parameters: 0, layers: 0 });
  assertEquals(changed.layers[0].activation, "identity");
});

Deno.test("withParameters() of a network's own block is that network", () => {
  assertEquals(withParameters(network, network.parameters), network);
});

Deno.test("withParameters() makes the layers views of one block again, after a structured clone", () => {
  const clone = structuredClone(network);
  const restored = withParameters(clone, clone.parameters);
  const [layer] = restored.layers as unknown as { weights: Float32Array }[];
  assert(layer.weights.buffer === (restored.parameters as Float32Array).buffer);
  assertEquals(restored, network);
});

Deno.test("withParameters() leaves the old network as it is", () => {
  const before = structuredClone(network);
  withParameters(network, Float32Array.of(1, 2, 3));
  assertEquals(network, before);
});

Deno.test("withParameters() throws if the block has another length", () => {
  for (const length of [0, 2, 4]) {
    assertThrows(
      () => withParameters(network, new Float32Array(length)),
      RangeError,
      `Cannot replace parameters as the network has 3: current value is ${length}`,
    );
  }
});
