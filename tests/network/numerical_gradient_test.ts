import { backprop, createNetwork, numericalGradient, SampleError } from "@backstream/backstream";
import { assert, assertEquals, assertThrows } from "@std/assert";
import { assertClose } from "../helper/assert_close.ts";
import { networkOf } from "../helper/network_of.ts";

/** One layer: its gradient is (a - y) times the input, its cost a parabola, which differences measure exactly. */
const linear = networkOf({
  inputs: 2,
  cost: "quadratic",
  layers: [{ activation: "identity", units: 2, weights: [1, 2, -3, 4], biases: [0.5, -1] }],
});

Deno.test("numericalGradient() of a linear network is (a - y) x within 1e-9", () => {
  // a = (1 2 + 2 3 + 1/2, -3 2 + 4 3 - 1) = (8.5, 5); a - y = (1.5, -2).
  const { weights, biases } = numericalGradient(linear, [2, 3], [7, 7]);
  assertClose(weights[0], [3, 4.5, -4, -6], { absolute: 1e-9 });
  assertClose(biases[0], [1.5, -2], { absolute: 1e-9 });
});

Deno.test("numericalGradient() is shaped like the gradients of backprop()", () => {
  const network = createNetwork({ inputs: 3, layers: [{ units: 4 }, { units: 2 }], seed: 1 });
  const numerical = numericalGradient(network, [1, 2, 3], [0, 1]);
  const { gradients } = backprop(network, [1, 2, 3], [0, 1]);
  for (const kind of ["weights", "biases"] as const) {
    assertEquals(numerical[kind].map(({ length }) => length), gradients[kind].map(({ length }) => length));
  }
  assert(numerical.weights[0] instanceof Float64Array);
});

Deno.test("numericalGradient() loses four digits for each two that the step grows, as the error is of order h^2", () => {
  const network = createNetwork({ inputs: 2, layers: [{ units: 1 }], seed: 4 });
  const at = (step: number) => numericalGradient(network, [1, 2], [0], { step }).biases[0][0];
  const exact = at(1e-5);
  const ratio = (at(0.1) - exact) / (at(0.01) - exact);
  assert(ratio > 90 && ratio < 110, `The ratio is ${ratio}`);
});

Deno.test("numericalGradient() reads sparse inputs, and changes nothing that it is given", () => {
  const before = structuredClone(linear);
  const sparse = numericalGradient(linear, { indices: [0, 1], values: [2, 3] }, [7, 7]);
  assertEquals(sparse, numericalGradient(linear, [2, 3], [7, 7]));
  assertEquals(linear, before);
});

Deno.test("numericalGradient() throws if the step is not a finite number above 0", () => {
  for (const step of [0, -1e-5, NaN, Infinity]) {
    assertThrows(
      () => numericalGradient(linear, [2, 3], [7, 7], { step }),
      RangeError,
      `Cannot differentiate as step must be a finite number above 0: current value is ${step}`,
    );
  }
});

Deno.test("numericalGradient() throws if input or target has the wrong length or a number that is not finite", () => {
  const refused: [number[], number[], string][] = [
    [[1], [0, 0], "Cannot use input as it must hold 2 numbers: current value is an array of length 1"],
    [[1, NaN], [0, 0], "Cannot use input[1] as it must be a finite number: current value is NaN"],
    [[1, 2], [0], "Cannot use target as it must hold 2 numbers: current value is an array of length 1"],
    [[1, 2], [0, Infinity], "Cannot use target[1] as it must be a finite number: current value is Infinity"],
  ];
  for (const [x, y, message] of refused) {
    assertEquals(assertThrows(() => numericalGradient(linear, x, y), SampleError).message, message);
  }
});
