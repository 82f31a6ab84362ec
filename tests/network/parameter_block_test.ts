import { backprop, createNetwork, type Gradients, parameterBlock, parameterViews } from "@backstream/backstream";
import { assert, assertEquals, assertThrows } from "@std/assert";

const network = createNetwork({ inputs: 2, layers: [{ units: 2 }, { units: 1 }], seed: 1 });
const f = (...numbers: number[]) => Float32Array.from(numbers);

Deno.test("parameterBlock() lays weights and biases out one behind the other", () => {
  const gradients = { weights: [f(1, 2, 3, 4), f(7, 8)], biases: [f(5, 6), f(9)] };
  assertEquals([...parameterBlock(network, gradients)], [1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

Deno.test("parameterBlock() undoes parameterViews()", () => {
  const { gradients } = backprop(network, [1, 2], [0]);
  const block = parameterBlock(network, gradients);
  assertEquals(parameterViews(network.layers, block), gradients);
});

Deno.test("parameterBlock() shares the block that the arrays are views of, wherever it lies in its buffer", () => {
  const whole = f(0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
  const block = parameterBlock(network, parameterViews(network.layers, whole.subarray(2)));
  assertEquals([...block], [1, 2, 3, 4, 5, 6, 7, 8, 9]);
  whole[2] = -1;
  assertEquals(block[0], -1);
});

Deno.test("parameterBlock() copies views of one block that are not in order", () => {
  const whole = f(7, 8, 9, 5, 6, 1, 2, 3, 4);
  const gradients = {
    weights: [whole.subarray(5, 9), whole.subarray(0, 2)],
    biases: [whole.subarray(3, 5), whole.subarray(2, 3)],
  };
  const block = parameterBlock(network, gradients);
  assertEquals([...block], [1, 2, 3, 4, 5, 6, 7, 8, 9]);
  whole.fill(0);
  assertEquals(block[0], 1);
});

Deno.test("parameterBlock() throws if the number of layers differs", () => {
  const rule = "Cannot use gradients as weights and biases must hold one array a layer, which are 2: current value is";
  const refused: [Gradients, string][] = [
    [{ weights: [f(1, 2, 3, 4)], biases: [f(5, 6)] }, "1 and 1"],
    [{ weights: [f(1, 2, 3, 4), f(7, 8)], biases: [f(5, 6)] }, "2 and 1"],
    [{ weights: [f(1, 2, 3, 4), f(7, 8), f(0)], biases: [f(5, 6), f(9)] }, "3 and 2"],
    [{ weights: [f(1, 2, 3, 4), f(7, 8), f(0)], biases: [f(5, 6), f(9), f(0)] }, "3 and 3"],
  ];
  for (const [gradients, shown] of refused) {
    assertEquals(assertThrows(() => parameterBlock(network, gradients), RangeError).message, `${rule} ${shown}`);
  }
});

Deno.test("parameterBlock() throws if the length of an array differs", () => {
  const biases = [f(5, 6), f(9)];
  assertThrows(
    () => parameterBlock(network, { weights: [f(1, 2, 3, 4), f(7)], biases }),
    RangeError,
    "Cannot use gradients as weights[1] must hold 2 numbers: current value is of length 1",
  );
  assertThrows(
    () => parameterBlock(network, { weights: [f(1, 2, 3, 4), f(7, 8)], biases: [f(5, 6, 7), f(9)] }),
    RangeError,
    "Cannot use gradients as biases[0] must hold 2 numbers: current value is of length 3",
  );
});

Deno.test("parameterBlock() changes nothing that it is given", () => {
  const gradients = { weights: [f(1, 2, 3, 4), f(7, 8)], biases: [f(5, 6), f(9)] };
  const before = structuredClone(gradients);
  const block = parameterBlock(network, gradients);
  assertEquals(gradients, before);
  assert(!Object.is(block, gradients.weights[0]));
});
