import { createNetwork, type Features, forward, SampleError, withParameters } from "@backstream/backstream";
import { assert, assertEquals, assertThrows } from "@std/assert";
import { networkOf } from "../helper/network_of.ts";
import reference from "../reference/small_network.json" with { type: "json" };

Deno.test("forward() is z = w a + b and a = sigma(z), layer after layer", () => {
  const network = networkOf({
    inputs: 2,
    cost: "quadratic",
    layers: [
      { activation: "relu", units: 2, weights: [1, 2, 3, -4], biases: [0.5, -1] },
      { activation: "identity", units: 1, weights: [2, -3], biases: [1] },
    ],
  });
  const { weightedInputs, activations } = forward(network, [1, 2]);
  assertEquals(weightedInputs.map((z) => [...z]), [[5.5, -6], [12]]);
  assertEquals(activations.map((a) => [...a]), [[1, 2], [5.5, 0], [12]]);
});

for (const [name, net] of Object.entries(reference)) {
  Deno.test(`forward() gives the frozen float32 numbers of the ${name} network, bit for bit`, () => {
    const network = networkOf({ ...net, inputs: net.input.length } as Parameters<typeof networkOf>[0]);
    const { weightedInputs, activations } = forward(network, net.input);
    assertEquals(weightedInputs.map((z) => [...z]), net.weightedInputs);
    assertEquals(activations.map((a) => [...a]), net.activations);
  });
}

Deno.test("forward() reads number arrays, typed arrays and sparse vectors alike", () => {
  const network = createNetwork({ inputs: 3, layers: [{ units: 4 }, { units: 2 }], seed: 2 });
  const expected = forward(network, [0.5, 0, -1]);
  const others: Features[] = [
    Float32Array.of(0.5, 0, -1),
    Float64Array.of(0.5, 0, -1),
    { indices: [2, 0], values: [-1, 0.5] },
  ];
  for (const features of others) assertEquals(forward(network, features), expected);
});

Deno.test("forward() carries float32 overflow on as infinity and NaN, without an error", () => {
  const network = withParameters(
    createNetwork({ inputs: 2, layers: [{ units: 1, activation: "identity" }, { units: 1, activation: "softmax" }] }),
    Float32Array.of(3e38, 3e38, 0, 1, 0),
  );
  const { activations } = forward(network, [3e38, 3e38]);
  assertEquals(activations.slice(1).map((a) => [...a]), [[Infinity], [NaN]]);
});

Deno.test("forward() changes nothing that it is given", () => {
  const network = createNetwork({ inputs: 2, layers: [{ units: 3 }, { units: 1 }], seed: 2 });
  const before = structuredClone(network);
  const input = Float32Array.of(1, 2);
  const { activations } = forward(network, input);
  assert(activations[0] === input);
  assertEquals([...input], [1, 2]);
  assertEquals(network, before);
});

Deno.test("forward() throws if the input has the wrong length or a number that is not finite", () => {
  const network = createNetwork({ inputs: 2, layers: [{ units: 1 }] });
  const refused: [unknown, string][] = [
    [[1], "Cannot use input as it must hold 2 numbers: current value is an array of length 1"],
    [[1, NaN], "Cannot use input[1] as it must be a finite number: current value is NaN"],
    [[Infinity, 1], "Cannot use input[0] as it must be a finite number: current value is Infinity"],
    [null, "Cannot use input as it must be an array of numbers or { indices, values }: current value is null"],
  ];
  for (const [input, message] of refused) {
    assertEquals(assertThrows(() => forward(network, input as Features), SampleError).message, message);
  }
});
