import { applyUpdates, type Gradients } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { gradientsOf, oneNeuron } from "./one_neuron.ts";

Deno.test("applyUpdates() adds the updates to the parameters and changes neither", () => {
  const [network, updates] = [oneNeuron(1, 2), gradientsOf(0.5, -4)];
  const updated = applyUpdates(network, updates);
  assertEquals([...updated.parameters], [1.5, -2]);
  assertEquals([updated.layers[0].weights[0], updated.layers[0].biases[0]], [1.5, -2]);
  assertEquals([...network.parameters], [1, 2]);
  assertEquals([updates.weights[0][0], updates.biases[0][0]], [0.5, -4]);
});

Deno.test("applyUpdates() rounds each sum to float32", () => {
  assertEquals(applyUpdates(oneNeuron(16777216, 0), gradientsOf(1, 0)).parameters[0], 16777216);
});

Deno.test("applyUpdates() throws for updates of another shape", () => {
  const wrong = { weights: [new Float32Array(2)], biases: [new Float32Array(1)] };
  assertThrows(
    () => applyUpdates(oneNeuron(), wrong),
    RangeError,
    "Cannot use gradients as weights[0] must hold 1 numbers: current value is of length 2",
  );
});

Deno.test("applyUpdates() throws for updates of another number of layers", () => {
  const { weights, biases } = gradientsOf(1, 2);
  const message = (updates: Gradients) => assertThrows(() => applyUpdates(oneNeuron(), updates), RangeError).message;
  const rule = "Cannot use gradients as weights and biases must hold one array a layer, which are 1: current value is";
  assertEquals(message({ weights: [], biases: [] }), `${rule} 0 and 0`);
  assertEquals(message({ weights, biases: [...biases, ...biases] }), `${rule} 1 and 2`);
});
