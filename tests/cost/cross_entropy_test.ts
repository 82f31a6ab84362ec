import { activations, crossEntropy, type OutputLayer } from "@backstream/backstream";
import { assert, assertEquals } from "@std/assert";
import { assertClose } from "../helper/assert_close.ts";
import { differences, differencesByInput, outputOf } from "../helper/output_of.ts";

/** For where the gradient must not be pulled back. */
const never = (): never => {
  throw new Error("The output delta is simplified");
};

/** dC/dz over an element-wise activation, from the gradient. */
function pulledBack(output: OutputLayer, target: number[]): number[] {
  const activation = activations[output.activation as "sigmoid"];
  if (!activation.elementwise) throw new Error("Not element by element");
  const pullBack = (g: ArrayLike<number>) =>
    Array.from(g, (gj, j) => gj * activation.derivative(output.weightedInputs[j]));
  return Array.from(crossEntropy.outputDelta(output, target, pullBack));
}

Deno.test("crossEntropy over sigmoid is -[y ln a + (1 - y) ln(1 - a)], added up", () => {
  const output = outputOf("sigmoid", [0, Math.log(3), -Math.log(3)]); // activations 1/2, 3/4, 1/4
  assertClose([crossEntropy.cost(output, [1, 0, 0])], [Math.LN2 + Math.log(4) + Math.log(4 / 3)], { relative: 1e-15 });
  assertClose([crossEntropy.cost(output, [0.5, 0.25, 0])], [
    Math.LN2 - 0.25 * Math.log(0.75) - 0.75 * Math.log(0.25) + Math.log(4 / 3),
  ], { relative: 1e-15 });
});

Deno.test("crossEntropy over softmax is -sum_j y_j ln a_j", () => {
  const output = outputOf("softmax", [0, Math.LN2, Math.log(3)]); // activations 1/6, 2/6, 3/6
  assertClose([crossEntropy.cost(output, [0, 1, 0])], [Math.log(3)], { relative: 1e-15 });
  assertClose([crossEntropy.cost(output, [0.5, 0, 0.5])], [0.5 * Math.log(6) + 0.5 * Math.LN2], { relative: 1e-15 });
});

Deno.test("crossEntropy.gradient() is (a - y) / (a (1 - a)), and -y / a over softmax", () => {
  assertClose(crossEntropy.gradient(outputOf("sigmoid", [0, Math.log(3)]), [1, 0]), [-2, 4], { relative: 1e-15 });
  assertClose(crossEntropy.gradient(outputOf("softmax", [0, Math.log(3)]), [0.5, 0.5]), [-2, -2 / 3], {
    relative: 1e-15,
  });
});

Deno.test("crossEntropy.gradient() agrees with central differences within 1e-7", () => {
  const output = outputOf("identity", [0.1, 0.5, 0.8]);
  for (const target of [[1, 0, 1], [0.2, 0.5, 0.6]]) {
    assertClose(crossEntropy.gradient(output, target), differences(crossEntropy, output, target), { relative: 1e-7 });
  }
});

Deno.test("crossEntropy.outputDelta() over sigmoid is a - y, bit for bit, without a division", () => {
  const output = { activation: "sigmoid", weightedInputs: [2, -1, 500], activations: Float32Array.of(0.88, 0.27, 1) };
  const expected = Array.from(output.activations, (a, j) => a - [1, 0.5, 0][j]);
  assertEquals(Array.from(crossEntropy.outputDelta(output, [1, 0.5, 0], never)), expected);
});

Deno.test("crossEntropy.outputDelta() over softmax is a - y, bit for bit, for a target that adds up to 1", () => {
  const output = outputOf("softmax", [0.3, -2, 700]);
  for (const target of [[0, 1, 0], [0.25, 0.5, 0.25]]) {
    const expected = Array.from(output.activations, (a, j) => a - target[j]);
    assertEquals(Array.from(crossEntropy.outputDelta(output, target, never)), expected);
  }
});

Deno.test("crossEntropy.outputDelta() agrees with central differences within 1e-8, whatever softmax targets add up to", () => {
  for (const target of [[0.2, 0.7, 0.1], [1, 1, 0.5], [0, 0, 0]]) {
    for (const name of ["sigmoid", "softmax"] as const) {
      const output = outputOf(name, [0.4, -1.2, 2]);
      const delta = crossEntropy.outputDelta(output, target, never);
      assertClose(delta, differencesByInput(crossEntropy, output, target), { absolute: 1e-8 });
    }
  }
});

Deno.test("crossEntropy over an activation of its own range is pulled back from the gradient", () => {
  const output = outputOf("identity", [0.25, 0.5]);
  assertClose(pulledBack(output, [1, 0]), [-4, 2], { relative: 1e-15 });
});

Deno.test("crossEntropy stays finite and exact for the largest logits of float32", () => {
  for (const z of [50, 1000, 3.4e38]) {
    const sure = outputOf("sigmoid", [z, -z]);
    assertEquals(crossEntropy.cost(sure, [0, 1]), 2 * z);
    assertClose([crossEntropy.cost(sure, [1, 0])], [2 * Math.exp(-z)], { relative: 1e-14 });
    assertEquals(crossEntropy.cost(outputOf("softmax", [z, -z]), [0, 1]), 2 * z);
    assertEquals(crossEntropy.cost(outputOf("softmax", [z, -z]), [1, 0]), 0);
  }
});

Deno.test("crossEntropy over softmax keeps its digits when the same large number is added to each z", () => {
  const cost = (shift: number) => crossEntropy.cost(outputOf("softmax", [shift, shift - 10]), [1, 0]);
  assertClose([cost(2 ** 20), cost(-(2 ** 20))], [Math.log1p(Math.exp(-10)), Math.log1p(Math.exp(-10))], {
    relative: 1e-11,
  });
});

Deno.test("crossEntropy over sigmoid is 0 for outputs of exactly 0 and 1 that are right, with output delta 0", () => {
  const output = outputOf("sigmoid", [1000, -1000]);
  assertEquals([...output.activations as Float64Array], [1, 0]);
  assertEquals(crossEntropy.cost(output, [1, 0]), 0);
  assertEquals(Array.from(crossEntropy.outputDelta(output, [1, 0], never)), [0, 0]);
});

Deno.test("crossEntropy holds activations of exactly 0 and 1 off the logarithm: -ln 1e-7 when wrong, no error back", () => {
  const output = outputOf("relu", [0, 1, -5, 7]);
  const wrong = crossEntropy.cost(output, [1, 0, 1, 0]);
  assertClose([wrong], [-4 * Math.log(1e-7)], { relative: 1e-8 });
  assertClose([crossEntropy.cost(output, [0, 1, 0, 1])], [4e-7], { relative: 1e-6 });
  assertEquals([...crossEntropy.gradient(output, [1, 0, 1, 0])], [0, 0, 0, 0]);
});

Deno.test("crossEntropy.gradient() over softmax stays finite at an activation of exactly 0", () => {
  const gradient = crossEntropy.gradient(outputOf("softmax", [0, -1000]), [0.5, 0.5]);
  assertClose(gradient, [-0.5, -0.5 / 1e-7], { relative: 1e-15 });
});

Deno.test("crossEntropy over softmax leaves out a class of probability 0 that the target leaves out too", () => {
  assertEquals(crossEntropy.cost(outputOf("softmax", [-Infinity, 0]), [0, 1]), 0);
  assertEquals(crossEntropy.cost(outputOf("softmax", [-Infinity, 0]), [1, 0]), Infinity);
});

Deno.test("crossEntropy keeps NaN", () => {
  for (const name of ["sigmoid", "softmax", "identity"] as const) {
    const output = outputOf(name, [NaN, 0.5]);
    assertEquals(crossEntropy.cost(output, [1, 0]), NaN, name);
    assert(crossEntropy.gradient(output, [1, 0]).includes(NaN), name);
  }
});
