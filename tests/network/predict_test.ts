import { createNetwork, forward, predict, SampleError } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { networkOf } from "../helper/network_of.ts";
import reference from "../reference/small_network.json" with { type: "json" };

Deno.test("predict() is a logistic model where there is one layer", () => {
  const network = networkOf({
    inputs: 2,
    cost: "crossEntropy",
    layers: [{ activation: "sigmoid", units: 1, weights: [1, -2], biases: [4] }],
  });
  assertEquals([...predict(network, [2, 3])], [0.5]); // 2 - 6 + 4 = 0
});

for (const [name, net] of Object.entries(reference)) {
  Deno.test(`predict() gives the frozen float32 output of the ${name} network, bit for bit`, () => {
    const network = networkOf({ ...net, inputs: net.input.length } as Parameters<typeof networkOf>[0]);
    assertEquals([...predict(network, net.input)], net.activations[net.activations.length - 1]);
  });
}

Deno.test("predict() is the last activation of the forward pass", () => {
  const network = createNetwork({ inputs: 2, layers: [{ units: 3, activation: "gelu" }, { units: 4 }], seed: 8 });
  assertEquals(predict(network, [1, -1]), forward(network, [1, -1]).activations[2]);
});

Deno.test("predict() throws if the input has the wrong length or a number that is not finite", () => {
  const network = createNetwork({ inputs: 2, layers: [{ units: 1 }] });
  assertThrows(
    () => predict(network, [1, 2, 3]),
    SampleError,
    "Cannot use input as it must hold 2 numbers: current value is an array of length 3",
  );
  assertThrows(
    () => predict(network, [1, NaN]),
    SampleError,
    "Cannot use input[1] as it must be a finite number: current value is NaN",
  );
});
