import { adam, chain, createNetwork, scaleBiases, sgd } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { updatesOf } from "./one_neuron.ts";

Deno.test("scaleBiases() multiplies what belongs to biases, in every layer", () => {
  const network = createNetwork({ inputs: 2, layers: [{ units: 2 }, { units: 1 }] });
  const gradients = {
    weights: [Float32Array.of(1, 2, 3, 4), Float32Array.of(5, 6)],
    biases: [Float32Array.of(7, 8), Float32Array.of(9)],
  };
  const link = scaleBiases({ factor: 0.5 });
  const [{ weights, biases }, state] = link.update(link.init(network), gradients, network);
  assertEquals({ weights, biases: biases.map((each) => [...each]) }, {
    weights: gradients.weights,
    biases: [[3.5, 4], [4.5]],
  });
  assertEquals(state, { step: 1 });
});

Deno.test("scaleBiases() before sgd and behind adam gives biases a learning rate of their own", () => {
  assertEquals(updatesOf(chain(scaleBiases({ factor: 0 }), sgd({ learningRate: 1 })), [[2, 4]]), [[-2, -0]]);
  const [[weight, bias]] = updatesOf(chain(adam({ learningRate: 0.5 }), scaleBiases({ factor: 0.5 })), [[3, 3]]);
  assertEquals(bias, weight / 2);
});

Deno.test("scaleBiases() throws for a factor below 0", () => {
  for (const factor of [-1, NaN, Infinity]) {
    assertThrows(
      () => scaleBiases({ factor }),
      RangeError,
      "Cannot create scaleBiases as factor must be a number from 0 on",
    );
  }
});
